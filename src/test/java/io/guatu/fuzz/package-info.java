/**
 * Requests that nobody planned, made of the contract and of a seed: what a hostile client may send, and what a broken one does.
 * {@code mvn verify -Pfuzz -Dit.test=FuzzIT} sends ten thousand for each role; every run sends a few.
 */
package io.guatu.fuzz;
