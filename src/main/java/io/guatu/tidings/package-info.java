/**
 * Which facts are worth telling, whom, when, and in which words. Pure: of cards, a day and what was known before; no clock, no
 * network.
 */
package io.guatu.tidings;
