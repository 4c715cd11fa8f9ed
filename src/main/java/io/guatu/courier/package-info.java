/** Tells receivers what is worth telling: what became so goes into the outbox, and from there to robots, addresses and mailboxes. */
package io.guatu.courier;
