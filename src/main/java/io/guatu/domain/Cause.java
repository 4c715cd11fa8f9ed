package io.guatu.domain;

/** Why a promised date moves: one of the factors, or one of five others. {@code OTHER} needs a sentence. */
public enum Cause {
    LAND,
    RELOCATION,
    FUNDING,
    PERMITS,
    UTILITIES,
    TECHNOLOGY,
    SITE_ENVIRONMENT,
    WEATHER,
    SAFETY,
    SCOPE_CHANGE,
    DESIGN_CHANGE,
    PROCUREMENT,
    FORCE_MAJEURE,
    /** The old date was never realistic. */
    OPTIMISM_CORRECTED,
    OTHER
}
