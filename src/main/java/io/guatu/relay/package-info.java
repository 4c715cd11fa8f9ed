/**
 * The way out of the ledger: notifications, a cursor, one drain at a time. The only place that moves the board that is shown.
 * Knows nothing of sockets; whoever wants to hear of changes registers a listener. Lives on one event loop.
 */
package io.guatu.relay;
