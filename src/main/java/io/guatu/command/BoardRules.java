package io.guatu.command;

import static io.guatu.command.Refusal.Code.ADDRESS_GOES_NOWHERE;
import static io.guatu.command.Refusal.Code.ALREADY_THERE;
import static io.guatu.command.Refusal.Code.DAY_BOTH_OFF_AND_ON;
import static io.guatu.command.Refusal.Code.ID_USED;
import static io.guatu.command.Refusal.Code.THRESHOLDS_UNORDERED;
import static io.guatu.command.Refusal.Code.UNKNOWN_ENTRY;
import static io.guatu.command.Refusal.Code.UNKNOWN_PROJECT;
import static io.guatu.command.Refusal.Code.WRONG_YEAR;

import io.guatu.board.fold.BoardSettings;
import io.guatu.board.fold.Projects;
import io.guatu.domain.BoardUpdate;
import io.guatu.domain.BoardUpdate.AccessAgreed;
import io.guatu.domain.BoardUpdate.AddressNamed;
import io.guatu.domain.BoardUpdate.CalendarAdopted;
import io.guatu.domain.BoardUpdate.FormReceived;
import io.guatu.domain.BoardUpdate.FormRetired;
import io.guatu.domain.BoardUpdate.FormSaved;
import io.guatu.domain.BoardUpdate.HeadingLearned;
import io.guatu.domain.BoardUpdate.MeetingHeld;
import io.guatu.domain.BoardUpdate.OperatorNamed;
import io.guatu.domain.BoardUpdate.OutlineDrawn;
import io.guatu.domain.BoardUpdate.PublicationAgreed;
import io.guatu.domain.BoardUpdate.RulesAdopted;
import io.guatu.domain.BoardUpdate.SealChosen;
import io.guatu.domain.BoardUpdate.TemplateRetired;
import io.guatu.domain.BoardUpdate.TemplateSaved;
import io.guatu.domain.BoardUpdate.WeightingChosen;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.domain.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may be agreed for the board as a whole. */
final class BoardRules {
    /** Whoever opens it comes to the own device. */
    private static final Pattern HERE = Pattern.compile(
            "https?://(localhost|127(\\.\\d+){3}|\\[::1]|0\\.0\\.0\\.0)(:\\d+)?", Pattern.CASE_INSENSITIVE);

    private BoardRules() {}

    static Optional<Refusal> judge(RuleContext now, BoardUpdate update) {
        BoardSettings settings = now.state().projects().settings();
        if (update instanceof RulesAdopted adopted) {
            return Refusal.when(!adopted.rules().ordered(), THRESHOLDS_UNORDERED)
                    .or(() -> Refusal.when(adopted.rules().equals(settings.rules()), ALREADY_THERE))
                    .or(() -> idUsed(settings, adopted.rules()));
        }
        if (update instanceof CalendarAdopted adopted) {
            boolean strays = Stream.concat(adopted.off().stream(), adopted.on().stream())
                    .anyMatch(day -> day.getYear() != adopted.year());
            boolean both = adopted.off().stream().anyMatch(adopted.on()::contains);
            return Refusal.when(strays, WRONG_YEAR)
                    .or(() -> Refusal.when(both, DAY_BOTH_OFF_AND_ON))
                    .or(() ->
                            Refusal.when(settings.calendar().knows(adopted) || overrules(now, adopted), ALREADY_THERE));
        }
        if (update instanceof MeetingHeld held) {
            return meeting(now.state().projects(), held);
        }
        if (update instanceof HeadingLearned learned) {
            return Refusal.when(learned.field().equals(settings.headings().get(learned.heading())), ALREADY_THERE);
        }
        if (update instanceof TemplateSaved saved) {
            return TemplateRules.judge(now, saved);
        }
        if (update instanceof TemplateRetired retired) {
            return TemplateRules.judge(now, retired);
        }
        if (update instanceof AddressNamed named) {
            return Refusal.when(HERE.matcher(named.address()).matches(), ADDRESS_GOES_NOWHERE)
                    .or(() -> Refusal.when(named.address().equals(settings.address()), ALREADY_THERE));
        }
        if (update instanceof PublicationAgreed agreed) {
            boolean unknown = agreed.projects().stream()
                    .anyMatch(project -> now.state().projects().find(project).isEmpty());
            return Refusal.when(unknown, UNKNOWN_PROJECT)
                    .or(() -> Refusal.when(agreed.equals(settings.outward().publication()), ALREADY_THERE));
        }
        if (update instanceof OperatorNamed named) {
            return Refusal.when(named.equals(settings.outward().operator()), ALREADY_THERE);
        }
        if (update instanceof FormReceived received) {
            return FormRules.judge(settings.outward().forms(), received);
        }
        if (update instanceof FormSaved saved) {
            return FormRules.judge(settings.outward().forms(), saved);
        }
        if (update instanceof FormRetired retired) {
            return FormRules.judge(settings.outward().forms(), retired);
        }
        if (update instanceof OutlineDrawn drawn) {
            return Refusal.when(drawn.equals(settings.outward().outline()), ALREADY_THERE);
        }
        if (update instanceof AccessAgreed agreed) {
            return Refusal.when(agreed.equals(settings.access()), ALREADY_THERE);
        }
        if (update instanceof SealChosen chosen) {
            return Refusal.when(chosen.hash() == now.state().head().seal().hash(), ALREADY_THERE);
        }
        return update instanceof WeightingChosen chosen
                ? Refusal.when(chosen.weighting() == settings.weighting(), ALREADY_THERE)
                : Refusal.none();
    }

    /** What ships is for a year that nobody arranged; every start brings it again, and the office's own stays. */
    private static boolean overrules(RuleContext now, CalendarAdopted adopted) {
        return now.who().role() == Role.SYSTEM
                && now.state().projects().settings().calendar().years().containsKey(adopted.year());
    }

    /** History names rules by their id: what it named once it names for ever. */
    private static Optional<Refusal> idUsed(BoardSettings settings, RuleSet rules) {
        RuleSet known = settings.adopted().get(rules.id());
        return Refusal.when(known != null && !known.equals(rules), ID_USED);
    }

    /** Minutes name what is there: the entry they begin after, projects, directives. */
    private static Optional<Refusal> meeting(Projects projects, MeetingHeld held) {
        if (held.began() != null && held.began() > projects.seq()) {
            return Refusal.because(UNKNOWN_ENTRY, "seq", held.began());
        }
        for (ProjectId project : or(held.agenda())) {
            if (projects.find(project).isEmpty()) {
                return Refusal.because(UNKNOWN_PROJECT);
            }
        }
        return or(held.decisions()).stream()
                .filter(seq -> !known(projects, seq))
                .findFirst()
                .map(seq -> Refusal.of(UNKNOWN_ENTRY, "seq", seq));
    }

    /** Most that a meeting decided is open when it ends: what is over is looked at last. */
    private static boolean known(Projects projects, long directive) {
        return projects.byId().values().stream()
                        .anyMatch(project -> project.directives().all().open().containsKey(directive))
                || projects.byId().values().stream()
                        .anyMatch(project -> project.directives().all().get(directive) != null);
    }

    private static <T> List<T> or(List<T> list) {
        return list == null ? List.of() : list;
    }
}
