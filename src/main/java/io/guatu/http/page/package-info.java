/** The pages' own files and the browser libraries, with their headers. */
package io.guatu.http.page;
