package io.guatu.tidings;

import io.guatu.board.lamp.Lamp;
import io.guatu.domain.Entry;
import io.guatu.domain.Factor;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.ProjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A fact that is worth telling. It names what it is about and holds no word that anybody wrote: a group may have members from
 * whom the board keeps things. What it does not have is null.
 *
 * @param id the same on every node and after every start: nobody is told the same fact twice
 * @param ref the seq of the entry that it is about
 * @param date the last day of what is due, else the day by which it was promised
 * @param at when an event happened; null for what follows from the day
 */
public record Tiding(
        String id,
        What what,
        About about,
        ProjectId project,
        Long ref,
        MilestoneId milestone,
        Factor factor,
        LocalDate date,
        Lamp.Colour from,
        Lamp.Colour to,
        Lamp.Reason reason,
        Instant at) {

    /** What it speaks of. */
    public enum About {
        PROJECT,
        MILESTONE,
        REPORT,
        DIRECTIVE,
        HAZARD,
        BLOCKER
    }

    /** What this entry sent back: it is named by its own entry, {@code ref}. */
    static Tiding returned(Entry entry, About about, long ref) {
        return of("returned/" + entry.seq(), What.RETURNED, about, entry.project(), ref, null, null, entry.at());
    }

    static Tiding issued(ProjectId project, long directive, LocalDate deadline, Instant at) {
        return of("directive/" + directive, What.DIRECTIVE, About.DIRECTIVE, project, directive, null, deadline, at);
    }

    /** A milestone's last day has come, or is over. */
    static Tiding due(What what, ProjectId project, MilestoneId milestone, LocalDate last) {
        String id = word(what) + "/milestone/" + project + "/" + milestone + "/" + last;
        return of(id, what, About.MILESTONE, project, null, milestone, last, null);
    }

    /** The last day of a directive or a hazard has come, or is over. */
    static Tiding due(What what, About about, ProjectId project, long ref, LocalDate last) {
        String id = word(what) + "/" + about.name().toLowerCase(Locale.ROOT) + "/" + ref + "/" + last;
        return of(id, what, about, project, ref, null, last, null);
    }

    static Tiding silent(ProjectId project, LocalDate last) {
        String id = "silent/" + project + "/" + last;
        return of(id, What.SILENT, About.PROJECT, project, null, null, last, null);
    }

    static Tiding broken(ProjectId project, long blocker, Factor factor, LocalDate promised) {
        return new Tiding(
                "promise/" + blocker + "/" + promised,
                What.PROMISE,
                About.BLOCKER,
                project,
                blocker,
                null,
                factor,
                promised,
                null,
                null,
                null,
                null);
    }

    /** Once a day for each colour: a lamp that goes to and fro is told of no oftener. */
    static Tiding turned(ProjectId project, Lamp.Colour from, Lamp lamp, LocalDate day) {
        boolean well = lamp.colour() == Lamp.Colour.GREEN || lamp.colour() == Lamp.Colour.DONE;
        Lamp.Reason reason =
                well || lamp.reasons().isEmpty() ? null : lamp.reasons().get(0);
        return new Tiding(
                "lamp/" + project + "/" + lamp.colour().name().toLowerCase(Locale.ROOT) + "/" + day,
                well ? What.RECOVERED : What.LAMP,
                About.PROJECT,
                project,
                reason == null ? null : reason.ref(),
                reason == null ? null : reason.milestone(),
                null,
                null,
                from,
                lamp.colour(),
                reason,
                null);
    }

    /** A test that somebody asked for. */
    public static Tiding test(String key) {
        return of("test/" + key, What.TEST, About.PROJECT, null, null, null, null, null);
    }

    private static Tiding of(
            String id,
            What what,
            About about,
            ProjectId project,
            Long ref,
            MilestoneId milestone,
            LocalDate date,
            Instant at) {
        return new Tiding(id, what, about, project, ref, milestone, null, date, null, null, null, at);
    }

    private static String word(What what) {
        return what == What.OVERDUE ? "overdue" : "due";
    }
}
