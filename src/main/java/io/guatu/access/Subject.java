package io.guatu.access;

import io.guatu.domain.GrantId;
import io.guatu.domain.InvitationId;
import io.guatu.domain.PersonId;
import io.guatu.domain.ScreenId;

/** Whom a token speaks for; on the wire {@code person:wang}, {@code grant:g-1a2b}, {@code invitation:i-3c4d}, {@code screen:hall}. */
public sealed interface Subject {
    record Person(PersonId id) implements Subject {
        @Override
        public String toString() {
            return "person:" + id;
        }
    }

    record Contractor(GrantId id) implements Subject {
        @Override
        public String toString() {
            return "grant:" + id;
        }
    }

    /** Opens nothing but the tokens of its grants that are still good. */
    record Invited(InvitationId id) implements Subject {
        @Override
        public String toString() {
            return "invitation:" + id;
        }
    }

    record Display(ScreenId id) implements Subject {
        @Override
        public String toString() {
            return "screen:" + id;
        }
    }

    /** @throws IllegalArgumentException when it is none of these */
    static Subject parse(String text) {
        int colon = text.indexOf(':');
        String id = text.substring(colon + 1);
        return switch (text.substring(0, Math.max(colon, 0))) {
            case "person" -> new Person(new PersonId(id));
            case "grant" -> new Contractor(new GrantId(id));
            case "invitation" -> new Invited(new InvitationId(id));
            case "screen" -> new Display(new ScreenId(id));
            default -> throw new IllegalArgumentException("no such subject: " + text);
        };
    }
}
