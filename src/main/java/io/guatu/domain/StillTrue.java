package io.guatu.domain;

/** 无变化: nothing changed, what the board shows is still true. */
public record StillTrue(String note) implements Update {}
