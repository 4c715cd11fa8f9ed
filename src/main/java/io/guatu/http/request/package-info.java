/** Who asks, from where, and whether it can be read at all. */
package io.guatu.http.request;
