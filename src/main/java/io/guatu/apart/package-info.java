/**
 * Work that strangers' bytes cause, done in processes of their own: no file can take the memory of the program, or more than its own
 * time. What is done there is another room's.
 */
package io.guatu.apart;
