/** What an answer looks like. */
package io.guatu.http.answer;
