/** Runs at build and is no part of the jar: packs each page's modules and styles. Knows the page room, nothing of a server. */
package io.guatu.packing;
