/**
 * The contract as the measure of requests: its schemas are compiled once, when the program starts, and every request is
 * read and measured in one pass. Knows no board and no ledger.
 */
package io.guatu.http.contract;
