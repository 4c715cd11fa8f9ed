package io.guatu.domain;

/** 入库: whether the statistics count the project. */
public enum Listing {
    NOT_YET,
    APPLIED,
    LISTED
}
