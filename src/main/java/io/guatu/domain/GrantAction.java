package io.guatu.domain;

/** What a grant lets a contractor tell: how far the work is, what is in its way, what is unsafe. Photos come with each. */
public enum GrantAction {
    PROGRESS,
    BLOCKERS,
    HAZARDS
}
