package io.guatu.domain;

import java.time.LocalDate;

/** 督办: issued → acknowledged 签收 → answered 反馈 → accepted, which closes it 办结, or sent back. Named by its entry's seq. */
public sealed interface DirectiveUpdate extends Update {
    /** To be answered by the end of {@code deadline}; {@code owner} is who shall see to it, null: the project's manager. */
    record DirectiveIssued(String text, LocalDate deadline, String owner) implements DirectiveUpdate {}

    record DirectiveAcknowledged(long directive) implements DirectiveUpdate {}

    record DirectiveAnswered(long directive, String text) implements DirectiveUpdate {}

    /** The answer is accepted: the directive is closed. */
    record DirectiveAccepted(long directive, String note) implements DirectiveUpdate {}

    /** The answer is not enough; with a new deadline, or the old one when null. */
    record DirectiveSentBack(long directive, String reason, LocalDate deadline) implements DirectiveUpdate {}

    /** No longer needed: closed without an answer. */
    record DirectiveWithdrawn(long directive, String reason) implements DirectiveUpdate {}
}
