package io.guatu.board.fold;

import io.guatu.domain.BoardUpdate;
import io.guatu.domain.BoardUpdate.AccessAgreed;
import io.guatu.domain.BoardUpdate.AddressNamed;
import io.guatu.domain.BoardUpdate.BoardOpened;
import io.guatu.domain.BoardUpdate.CalendarAdopted;
import io.guatu.domain.BoardUpdate.HeadingLearned;
import io.guatu.domain.BoardUpdate.MeetingHeld;
import io.guatu.domain.BoardUpdate.RulesAdopted;
import io.guatu.domain.BoardUpdate.SealChosen;
import io.guatu.domain.BoardUpdate.TemplateRetired;
import io.guatu.domain.BoardUpdate.TemplateSaved;
import io.guatu.domain.BoardUpdate.WeightingChosen;
import io.guatu.domain.Entry;
import io.guatu.domain.RuleSet;
import io.guatu.domain.Weighting;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What was agreed for the board as a whole. {@code opened}, {@code rules} and {@code meeting} (the last one) are null until
 * told, {@code address} (where links lead) too; {@code access} is who may in, and how;
 * {@code outward} is how the town shows itself; {@code seq} is the newest entry that changed what every card depends on: rules or working days; {@code adopted} are
 * all rule sets that ever were in force, by id; {@code headings} what those of the town's lists mean.
 */
public record BoardSettings(
        long seq,
        BoardOpened opened,
        RuleSet rules,
        Map<String, RuleSet> adopted,
        Calendar calendar,
        Weighting weighting,
        Map<String, String> headings,
        Meeting meeting,
        Templates templates,
        String address,
        AccessAgreed access,
        Outward outward) {
    static final BoardSettings NONE = new BoardSettings(
            0,
            null,
            null,
            Map.of(),
            Calendar.PLAIN,
            Weighting.EQUAL,
            Map.of(),
            null,
            Templates.NONE,
            null,
            AccessAgreed.BEFORE,
            Outward.NONE);

    public BoardSettings {
        adopted = Map.copyOf(adopted);
        headings = Map.copyOf(headings);
    }

    /** The same under other rules, which nobody adopted. */
    public BoardSettings under(RuleSet other) {
        return new BoardSettings(
                seq, opened, other, adopted, calendar, weighting, headings, meeting, templates, address, access,
                outward);
    }

    /** The entry that ended it: what came after it is what the next one asks about. */
    public record Meeting(long seq, Instant at) {}

    BoardSettings after(Entry entry, BoardUpdate update) {
        long now = entry.seq();
        if (update instanceof MeetingHeld) {
            return new BoardSettings(
                    seq,
                    opened,
                    rules,
                    adopted,
                    calendar,
                    weighting,
                    headings,
                    new Meeting(now, entry.at()),
                    templates,
                    address,
                    access,
                    outward);
        }
        if (update instanceof HeadingLearned learned) {
            Map<String, String> known = new HashMap<>(headings);
            known.put(learned.heading(), learned.field());
            return new BoardSettings(
                    seq, opened, rules, adopted, calendar, weighting, known, meeting, templates, address, access,
                    outward);
        }
        if (update instanceof RulesAdopted another) {
            Map<String, RuleSet> all = new HashMap<>(adopted);
            all.put(another.rules().id(), another.rules());
            return new BoardSettings(
                    now,
                    opened,
                    another.rules(),
                    all,
                    calendar,
                    weighting,
                    headings,
                    meeting,
                    templates,
                    address,
                    access,
                    outward);
        }
        if (update instanceof CalendarAdopted year) {
            return new BoardSettings(
                    now,
                    opened,
                    rules,
                    adopted,
                    calendar.with(year),
                    weighting,
                    headings,
                    meeting,
                    templates,
                    address,
                    access,
                    outward);
        }
        if (update instanceof WeightingChosen chosen) {
            return new BoardSettings(
                    seq,
                    opened,
                    rules,
                    adopted,
                    calendar,
                    chosen.weighting(),
                    headings,
                    meeting,
                    templates,
                    address,
                    access,
                    outward);
        }
        if (update instanceof AddressNamed named) {
            return new BoardSettings(
                    seq,
                    opened,
                    rules,
                    adopted,
                    calendar,
                    weighting,
                    headings,
                    meeting,
                    templates,
                    named.address(),
                    access,
                    outward);
        }
        if (update instanceof TemplateSaved saved) {
            return with(templates.saved(saved.template()));
        }
        if (update instanceof TemplateRetired gone) {
            return with(templates.retired(gone.template()));
        }
        if (update instanceof AccessAgreed agreed) {
            return new BoardSettings(
                    seq, opened, rules, adopted, calendar, weighting, headings, meeting, templates, address, agreed,
                    outward);
        }
        if (Outward.concerns(update)) {
            return new BoardSettings(
                    seq,
                    opened,
                    rules,
                    adopted,
                    calendar,
                    weighting,
                    headings,
                    meeting,
                    templates,
                    address,
                    access,
                    outward.after(entry, update));
        }
        if (update instanceof SealChosen) {
            return this; // the seals themselves say so
        }
        return new BoardSettings(
                seq,
                (BoardOpened) update,
                rules,
                adopted,
                calendar,
                weighting,
                headings,
                meeting,
                templates,
                address,
                access,
                outward);
    }

    private BoardSettings with(Templates others) {
        return new BoardSettings(
                seq, opened, rules, adopted, calendar, weighting, headings, meeting, others, address, access, outward);
    }
}
