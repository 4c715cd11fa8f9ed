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
import java.util.function.Consumer;

/**
 * What was agreed for the board as a whole. {@code opened}, {@code rules} and {@code meeting} (the last one) are null until
 * told, {@code address} (where links lead) too; {@code access} is who may in, and how;
 * {@code outward} is how the town shows itself; {@code seq} is the newest entry that changed what every card depends on: rules or
 * working days; {@code adopted} are all rule sets that ever were in force, by id; {@code headings} what those of the town's lists
 * mean.
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
        return with(copy -> copy.rules = other);
    }

    /** The entry that ended it: what came after it is what the next one asks about. */
    public record Meeting(long seq, Instant at) {}

    BoardSettings after(Entry entry, BoardUpdate update) {
        if (update instanceof BoardOpened named) {
            return with(copy -> copy.opened = named);
        }
        if (update instanceof MeetingHeld) {
            return with(copy -> copy.meeting = new Meeting(entry.seq(), entry.at()));
        }
        if (update instanceof HeadingLearned learned) {
            return with(copy -> copy.headings = and(headings, learned.heading(), learned.field()));
        }
        if (update instanceof RulesAdopted another) {
            return with(copy -> {
                copy.seq = entry.seq();
                copy.rules = another.rules();
                copy.adopted = and(adopted, another.rules().id(), another.rules());
            });
        }
        if (update instanceof CalendarAdopted year) {
            return with(copy -> {
                copy.seq = entry.seq();
                copy.calendar = calendar.with(year);
            });
        }
        if (update instanceof WeightingChosen chosen) {
            return with(copy -> copy.weighting = chosen.weighting());
        }
        if (update instanceof AddressNamed named) {
            return with(copy -> copy.address = named.address());
        }
        if (update instanceof TemplateSaved saved) {
            return with(copy -> copy.templates = templates.saved(saved.template()));
        }
        if (update instanceof TemplateRetired gone) {
            return with(copy -> copy.templates = templates.retired(gone.template()));
        }
        if (update instanceof AccessAgreed agreed) {
            return with(copy -> copy.access = agreed);
        }
        if (Outward.concerns(update)) {
            return with(copy -> copy.outward = outward.after(entry, update));
        }
        if (update instanceof SealChosen) {
            return this; // the seals themselves say so
        }
        throw new IllegalArgumentException(update.toString());
    }

    private static <V> Map<String, V> and(Map<String, V> before, String key, V value) {
        Map<String, V> all = new HashMap<>(before);
        all.put(key, value);
        return all;
    }

    private BoardSettings with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.done();
    }

    /** The same, about to differ. */
    private static final class Copy {
        private long seq;
        private BoardOpened opened;
        private RuleSet rules;
        private Map<String, RuleSet> adopted;
        private Calendar calendar;
        private Weighting weighting;
        private Map<String, String> headings;
        private Meeting meeting;
        private Templates templates;
        private String address;
        private AccessAgreed access;
        private Outward outward;

        Copy(BoardSettings of) {
            seq = of.seq;
            opened = of.opened;
            rules = of.rules;
            adopted = of.adopted;
            calendar = of.calendar;
            weighting = of.weighting;
            headings = of.headings;
            meeting = of.meeting;
            templates = of.templates;
            address = of.address;
            access = of.access;
            outward = of.outward;
        }

        BoardSettings done() {
            return new BoardSettings(
                    seq, opened, rules, adopted, calendar, weighting, headings, meeting, templates, address, access,
                    outward);
        }
    }
}
