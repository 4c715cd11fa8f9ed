/** What is said to who asked for what cannot be: one failure handler, RFC 9457, sentences in two languages. */
package io.guatu.http.problem;
