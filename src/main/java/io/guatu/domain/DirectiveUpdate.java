package io.guatu.domain;

import java.time.LocalDate;
import java.util.List;

/** 督办: issued → acknowledged 签收 → answered 反馈 → accepted, which closes it 办结, or sent back. Named by its entry's seq. */
public sealed interface DirectiveUpdate extends Update {
    /** To be answered by the end of {@code deadline}; {@code owner} is who shall see to it, null: the project's manager. */
    record DirectiveIssued(String text, LocalDate deadline, String owner, Registered register)
            implements DirectiveUpdate {
        /** What registers say of it: empty where nobody told. */
        public Registered registered() {
            return register == null ? Registered.NOTHING : register;
        }
    }

    /**
     * What registers upward say of a directive beside its text; what is null nobody said.
     *
     * @param number under which the register has it
     * @param source the meeting or the paper that it comes from
     * @param follower who follows it up (跟进人, 督办人)
     * @param unit the office that shall carry it out
     * @param received when the order that it passes on arrived
     * @param requirement how it shall be answered (办复要求)
     */
    record Registered(
            String number,
            String title,
            String category,
            String source,
            String follower,
            String unit,
            LocalDate received,
            String requirement) {
        private static final Registered NOTHING = new Registered(null, null, null, null, null, null, null, null);

        public Registered {
            number = Visible.name(number);
            title = Visible.name(title);
            category = Visible.name(category);
            source = Visible.name(source);
            follower = Visible.name(follower);
            unit = Visible.name(unit);
        }
    }

    /** @param promised by when it will be done, as who is to do it says; null: nobody said */
    record DirectiveAcknowledged(long directive, LocalDate promised) implements DirectiveUpdate {}

    /**
     * @param percent how much of it is done; null: nobody said
     * @param photos what shows it
     */
    record DirectiveAnswered(long directive, String text, Percent percent, List<PhotoId> photos)
            implements DirectiveUpdate {
        public DirectiveAnswered {
            photos = photos == null ? null : List.copyOf(photos);
        }
    }

    /** The answer is accepted: the directive is closed. */
    record DirectiveAccepted(long directive, String note) implements DirectiveUpdate {}

    /** The answer is not enough; with a new deadline, or the old one when null. */
    record DirectiveSentBack(long directive, String reason, LocalDate deadline) implements DirectiveUpdate {}

    /** No longer needed: closed without an answer. */
    record DirectiveWithdrawn(long directive, String reason) implements DirectiveUpdate {}
}
