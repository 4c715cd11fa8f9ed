package io.guatu.domain;

/**
 * Who allowed what its author could not decide alone: a person of the board, or an office by a document with a number. Either
 * {@code person} is there, or {@code office} and {@code document}.
 *
 * @param document the number on paper 文号, 会议纪要号
 */
public record Approval(PersonId person, String office, String document) {
    public Approval {
        office = Visible.name(office);
        document = Visible.name(document);
    }
}
