/**
 * Pictures from phones: looked at before they are decoded, turned upright, stripped of everything but the picture. Knows
 * bytes and the domain; no network, no database, no clock. Everything here blocks.
 */
package io.guatu.photo;
