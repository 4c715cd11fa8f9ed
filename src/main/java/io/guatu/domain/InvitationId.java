package io.guatu.domain;

/** The id of an invitation (填报邀请): one link that opens several grants, of one contractor of one company. */
public record InvitationId(String value) {
    /** @throws IllegalArgumentException when the value is not lower-case words joined by hyphens */
    public InvitationId {
        Slug.check("invitation id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
