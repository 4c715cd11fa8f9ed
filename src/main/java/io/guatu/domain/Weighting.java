package io.guatu.domain;

/** How the programme's totals weigh its projects. A project that has not what is weighed by is left out, and counted. */
public enum Weighting {
    EQUAL,
    /** By total investment. */
    INVESTMENT,
    /** By the weight that the office gave each project. */
    SET
}
