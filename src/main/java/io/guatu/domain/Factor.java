package io.guatu.domain;

/** 要素: what a blocker is about. */
public enum Factor {
    LAND,
    RELOCATION,
    FUNDING,
    PERMITS,
    UTILITIES,
    TECHNOLOGY,
    SITE_ENVIRONMENT,
    WEATHER,
    SAFETY,
    OTHER;

    /** The same word as the cause of a moved date. */
    public Cause cause() {
        return Cause.valueOf(name());
    }
}
