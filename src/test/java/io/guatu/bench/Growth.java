package io.guatu.bench;

import io.guatu.domain.AccessUpdate.PersonAdded;
import io.guatu.domain.Author;
import io.guatu.domain.PersonId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.ledger.NewEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * A town that told so many entries of so many projects up to a day, as many on each day before: what the rules accept, and the
 * same for the same numbers.
 */
public final class Growth {
    private static final int BEGINS = 7;
    private static final int HOURS = 13;

    private final long entries;
    private final LocalDate first;
    private final LocalDate last;
    private final ZoneId zone;
    private final List<GrownProject> projects = new ArrayList<>();
    private final long[] positions;
    private final Author office = new Author("office", Role.OFFICE, "项目办", null);
    private long told;

    public Growth(long entries, int projects, int milestones, LocalDate first, LocalDate last, ZoneId zone) {
        this.entries = entries;
        this.first = first;
        this.last = last;
        this.zone = zone;
        this.positions = new long[projects];
        Instant until = last.plusYears(1).atStartOfDay(zone).toInstant();
        for (int number = 0; number < projects; number++) {
            this.projects.add(new GrownProject(number, milestones, first, last, until, office));
        }
    }

    /** @param next the seq of the next entry */
    public void tell(LongSupplier next, Consumer<NewEntry> into) {
        Instant morning = first.atTime(BEGINS, 0).atZone(zone).toInstant();
        for (int number = 0; number < projects.size(); number++) {
            tell(number, first, morning, next, into); // it is opened
        }
        people(morning, into);
        long days = first.datesUntil(last.plusDays(1)).count();
        int turn = 0;
        for (LocalDate day : first.datesUntil(last.plusDays(1)).toList()) {
            long due = entries * (first.until(day, java.time.temporal.ChronoUnit.DAYS) + 1) / days;
            long count = Math.max(1, due - told);
            Instant begins = day.atTime(BEGINS, 0).atZone(zone).toInstant();
            for (long i = 0; told < due; i++) {
                Instant at = begins.plusMillis(i * HOURS * 3_600_000 / count);
                tell(turn, day, at, next, into);
                turn = (turn + 1) % projects.size();
            }
        }
    }

    private void tell(int number, LocalDate day, Instant at, LongSupplier next, Consumer<NewEntry> into) {
        GrownProject project = projects.get(number);
        GrownProject.Told said = project.next(day, next.getAsLong());
        into.accept(new NewEntry(project.id(), ++positions[number], at, said.by(), said.update()));
        told++;
    }

    private void people(Instant at, Consumer<NewEntry> into) {
        person(new PersonAdded(new PersonId("leader-1"), "张镇长", Role.LEADER, List.of()), at, into);
        for (int number = 0; number < projects.size(); number += 10) {
            List<ProjectId> own = IntStream.range(number, Math.min(number + 10, projects.size()))
                    .mapToObj(one -> projects.get(one).id())
                    .toList();
            PersonId id = new PersonId(GrownProject.manager(number));
            person(new PersonAdded(id, "主任" + number / 10, Role.MANAGER, own), at, into);
        }
    }

    private void person(PersonAdded added, Instant at, Consumer<NewEntry> into) {
        into.accept(new NewEntry(null, 0, at, office, added));
        told++;
    }
}
