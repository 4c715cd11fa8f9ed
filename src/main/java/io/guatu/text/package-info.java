/** What people read, in their language: one file each, the same for the pages and for what the program says itself. */
package io.guatu.text;
