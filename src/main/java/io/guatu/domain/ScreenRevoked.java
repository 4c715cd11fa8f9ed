package io.guatu.domain;

/** The display's access ends now. */
public record ScreenRevoked(ScreenId screen) implements Update {}
