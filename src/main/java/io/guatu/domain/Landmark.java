package io.guatu.domain;

/** 开工, 竣工, 投产. */
public enum Landmark {
    START,
    COMPLETION,
    PRODUCTION
}
