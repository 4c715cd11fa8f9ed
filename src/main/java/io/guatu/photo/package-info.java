/**
 * Pictures from phones: measured before anything is decoded, decoded in a process that can be ended, turned upright, stripped
 * of everything but the picture. Knows bytes and the domain; no network, no database. Everything here blocks.
 */
package io.guatu.photo;
