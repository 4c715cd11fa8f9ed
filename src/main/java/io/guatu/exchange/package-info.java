/**
 * The board in the forms that other programs read: OC4IDS 0.9.5, GeoJSON (RFC 7946), CSV (RFC 4180). Pure: what is written is
 * a function of the board and its moment. No person is named in what may be passed on.
 */
package io.guatu.exchange;
