package io.guatu.app;

import io.guatu.access.Claims;
import io.guatu.access.Principal;
import io.guatu.access.Roster;
import io.guatu.access.Subject;
import io.guatu.domain.AccessUpdate.PersonAdded;
import io.guatu.domain.BoardUpdate.CalendarAdopted;
import io.guatu.domain.BoardUpdate.RulesAdopted;
import io.guatu.domain.Coordinates;
import io.guatu.domain.Entry;
import io.guatu.domain.GrantId;
import io.guatu.domain.PersonId;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectUpdate.PhotoReceived;
import io.guatu.domain.ProjectUpdate.ProjectAmended;
import io.guatu.domain.ProjectUpdate.ProjectPlaced;
import io.guatu.domain.Role;
import io.guatu.domain.RuleSet;
import io.guatu.domain.Update;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells an empty board what its seed says, through the command path like everyone else, each line as if on its day. A
 * seeding that was interrupted goes on where it was: its lines are its keys.
 */
final class SeedRun {
    /** So many lines are on their way at once: more hold up whoever else waits, and the ledger's patience ends. */
    private static final int TOGETHER = 200;

    private final Seeder seeder;
    private final LocalDate today;
    /** Passwords are for one login, but on a board of invented data, where they are for everybody. */
    private final boolean first;

    /** What earlier lines brought: the seq of an entry, or a photo's id, by project and name. */
    private final Map<String, Object> brought = new HashMap<>();

    /** Where the projects are, for the distances of photos. */
    private final Map<ProjectId, Coordinates> sites = new HashMap<>();

    private Roster roster = Roster.NONE;

    /** @param today the day on which the board began */
    SeedRun(Seeder seeder, LocalDate today, boolean invented) {
        this.seeder = seeder;
        this.today = today;
        this.first = !invented;
    }

    /**
     * The office's account comes first: somebody must be able to open projects.
     *
     * @param set hears the password as soon as it is the office's, whatever happens to this start afterwards
     */
    Future<Void> office(String password, Consumer<String> set, Instant at) {
        PersonAdded office = new PersonAdded(new PersonId("office"), "项目办", Role.OFFICE, List.of());
        return seeder.firstPassword(office.person(), password, first)
                .onSuccess(ours -> {
                    if (ours) {
                        set.accept(password);
                    }
                })
                .compose(known -> tell(Principal.system(), "office", at, null, office))
                .mapEmpty();
    }

    /** What the board goes by from its first day: the working days, and the rule set that ships as the town's. */
    Future<Void> settings(List<CalendarAdopted> calendars, RuleSet rules, Instant at) {
        Principal system = Principal.system();
        Future<?> adopted = tell(system, "rules", at, null, new RulesAdopted(rules, null));
        for (CalendarAdopted calendar : calendars) {
            adopted = adopted.compose(before -> tell(system, "calendar " + calendar.year(), at, null, calendar));
        }
        return adopted.mapEmpty();
    }

    Future<Void> run(List<SeedLine> lines) {
        return run(lines, 0);
    }

    /** Lines go out together until one needs the seq of an earlier one: then the earlier ones are awaited. */
    private Future<Void> run(List<SeedLine> lines, int from) {
        if (from >= lines.size()) {
            return Future.succeededFuture();
        }
        List<Future<Entry>> told = new ArrayList<>();
        int next = from;
        try {
            do {
                told.add(tell(lines.get(next)));
                next++;
            } while (next < lines.size()
                    && next - from < TOGETHER
                    && !waits(lines.get(next), lines.subList(from, next)));
        } catch (RuntimeException e) {
            return Future.failedFuture(new IllegalStateException(
                    "The seed " + lines.get(next).name() + " cannot be told: " + e.getMessage(), e));
        }
        int rest = next;
        return Future.all(told).compose(all -> run(lines, rest));
    }

    /** Whether a line needs what earlier ones, not yet answered, bring: what it refers to, a person, a grant. */
    private static boolean waits(SeedLine line, List<SeedLine> before) {
        String kind = line.update().path("kind").asText();
        return before.stream().anyMatch(earlier -> {
            String earlierKind = earlier.update().path("kind").asText();
            return earlierKind.equals("person-added")
                    || earlierKind.equals("grant-issued")
                    || line.refers() && line.project().equals(earlier.project())
                    || kind.equals("person-added");
        });
    }

    private Future<Entry> tell(SeedLine line) {
        Instant at = line.at(today, seeder.zone(), seeder.now());
        Principal who = author(line.by(), at)
                .orElseThrow(() -> new IllegalArgumentException("nobody is called " + line.by() + " on that day"));
        if (line.photo() != null) {
            return known(seeder.receive(line, who, at, sites.get(line.project())))
                    .onSuccess(entry -> brought.put(
                            line.project() + "/" + line.as(),
                            ((PhotoReceived) entry.update()).photo().id()));
        }
        Update update = line.update(today, seeder.zone(), name -> brought.get(line.project() + "/" + name));
        if (update instanceof ProjectAmended amended && amended.site() != null) {
            sites.put(line.project(), amended.site());
        }
        if (update instanceof ProjectPlaced placed) {
            sites.put(line.project(), placed.place());
        }
        Future<Entry> told = tell(who, line.name(), at, line.project(), update).onSuccess(entry -> {
            if (update instanceof ProgressReported reported) {
                brought.put(line.project() + "/" + reported.milestone(), entry.seq());
            }
            if (line.as() != null) {
                brought.put(line.project() + "/" + line.as(), entry.seq());
            }
        });
        return line.password() == null
                ? told
                : told.compose(
                        entry -> seeder.password(((PersonAdded) update).person(), line.password(), first, entry.seq())
                                .map(entry));
    }

    private Future<Entry> tell(Principal who, String name, Instant at, ProjectId project, Update update) {
        return known(seeder.tell(who, name, at, project, update));
    }

    /** Who may tell the next line is as the ones before it left it. */
    private Future<Entry> known(Future<Entry> told) {
        return told.onSuccess(entry -> roster = roster.after(List.of(entry)));
    }

    private Optional<Principal> author(String by, Instant at) {
        if (by.equals("system")) {
            return Optional.of(Principal.system());
        }
        PersonId person = new PersonId(by);
        Subject subject = roster.people().containsKey(person)
                ? new Subject.Person(person)
                : new Subject.Contractor(new GrantId(by));
        return Principal.of(new Claims(subject, at, Instant.MAX), roster, at);
    }
}
