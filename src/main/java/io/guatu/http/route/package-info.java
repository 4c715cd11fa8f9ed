/** Who answers which operations of the contract, group by group. */
package io.guatu.http.route;
