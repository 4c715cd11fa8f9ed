/**
 * HTTP: routes from the one OpenAPI contract, one failure handler that answers RFC 9457 problems, the pages and their
 * headers. Reads the board from the relay, tells the ledger through the writer, holds no state of its own.
 */
package io.guatu.http;
