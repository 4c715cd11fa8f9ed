package io.guatu.domain;

/** 管理级别: which level of government manages the project. */
public enum Tier {
    NATIONAL,
    PROVINCIAL,
    MUNICIPAL,
    COUNTY,
    TOWN
}
