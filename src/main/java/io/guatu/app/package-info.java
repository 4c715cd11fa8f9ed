/** Composes everything: the only room with wiring. Reads the configuration once, starts and stops the program. */
package io.guatu.app;
