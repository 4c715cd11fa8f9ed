package io.guatu.domain;

/** The board gets its name. {@code demo} boards say so on every screen; null means no. */
public record BoardOpened(Name name, Boolean demo) implements Update {}
