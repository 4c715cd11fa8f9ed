package io.guatu.domain;

/** The contractor's access ends now. */
public record GrantRevoked(GrantId grant) implements Update {}
