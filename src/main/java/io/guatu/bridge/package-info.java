/**
 * The event-bus bridge to the browsers: who may register what, frames out, sync and heartbeat in. Nothing that a browser
 * sends reaches our event bus. Lives on one event loop.
 */
package io.guatu.bridge;
