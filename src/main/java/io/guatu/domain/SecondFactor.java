package io.guatu.domain;

/** Who shows a code beside the password when logging in. */
public enum SecondFactor {
    NONE,
    OFFICE,
    OFFICE_AND_LEADERS,
    EVERYBODY;

    public boolean demandedOf(Role role) {
        return this == EVERYBODY
                || role == Role.OFFICE && this != NONE
                || role == Role.LEADER && this == OFFICE_AND_LEADERS;
    }
}
