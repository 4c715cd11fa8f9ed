package io.guatu.domain;

/** The id of a milestone (节点), unique within its project. */
public record MilestoneId(String value) {
    /** @throws IllegalArgumentException when the value is not lower-case words joined by hyphens */
    public MilestoneId {
        Slug.check("milestone id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
