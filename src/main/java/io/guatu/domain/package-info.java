/**
 * What the town says to its board: ids, updates, entries, authors. JDK only; knows no database, no network, no clock and
 * no JSON. Everything here is immutable and safe to share between threads.
 */
package io.guatu.domain;
