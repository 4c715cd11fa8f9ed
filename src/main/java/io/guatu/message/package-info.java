/**
 * A message as people write it in a chat, read by plain rules: which project, which milestone, how far, until when. Pure; what it
 * finds is a draft, to be looked at and told by a person.
 */
package io.guatu.message;
