/**
 * What a town has, read: the cells of a file, or its projects in OC4IDS, which column means what, and what of it the board does not know yet. Pure: bytes and
 * a state in, proposals out; telling them is the way of every update.
 */
package io.guatu.sheet;
