package io.guatu.app;

import io.guatu.access.Passwords;
import io.guatu.access.Principal;
import io.guatu.command.Command;
import io.guatu.command.Writer;
import io.guatu.domain.BoardUpdate.CalendarAdopted;
import io.guatu.domain.RuleSet;
import io.guatu.ledger.Credentials;
import io.guatu.ledger.Json;
import io.guatu.ledger.PhotoStore;
import io.guatu.ledger.Seeding;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** What an empty board begins with, told once however often the first start is cut off; and the years that come after. */
final class Beginning {
    /**
     * @param rules in force until the office adopts others
     * @param officePassword the first one of the account {@code office}
     * @param firstPassword hears it when it is this start that sets it
     */
    record Contents(
            RuleSet rules,
            List<CalendarAdopted> calendars,
            List<SeedLine> seeds,
            String officePassword,
            Consumer<String> firstPassword) {
        Contents {
            calendars = List.copyOf(calendars);
            seeds = List.copyOf(seeds);
        }
    }

    private final Vertx vertx;
    private final Writer writer;
    private final Credentials credentials;
    private final PhotoStore photos;
    private final Passwords passwords;
    private final Clock clock;
    private final ZoneId zone;
    private final Contents contents;

    Beginning(
            Vertx vertx,
            Writer writer,
            Credentials credentials,
            PhotoStore photos,
            Passwords passwords,
            Clock clock,
            ZoneId zone,
            Contents contents) {
        this.vertx = vertx;
        this.writer = writer;
        this.credentials = credentials;
        this.photos = photos;
        this.passwords = passwords;
        this.clock = clock;
        this.zone = zone;
        this.contents = contents;
    }

    Future<Void> begin(Seeding seeding) {
        return seeding.begin(LocalDate.ofInstant(clock.instant(), zone)).compose(state -> {
            if (state.done()) {
                return newCalendars();
            }
            List<SeedLine> seeds = contents.seeds();
            Seeder seeder = new Seeder(
                    vertx, writer, credentials, photos, passwords, clock, zone, state.day(), Seeds.invented(seeds));
            int first = seeds.isEmpty() ? 0 : Math.min(0, seeds.get(0).day());
            Instant start = state.day().plusDays(first).atStartOfDay(zone).toInstant();
            return seeder.office(contents.officePassword(), contents.firstPassword(), start)
                    .compose(office -> seeder.settings(contents.calendars(), contents.rules(), start))
                    .compose(agreed -> seeder.run(seeds))
                    .compose(told -> seeding.done());
        });
    }

    /** A later version brings the next year's working days: the ledger learns them when that version first starts. */
    private Future<Void> newCalendars() {
        Future<Void> adopted = Future.succeededFuture();
        for (CalendarAdopted calendar : contents.calendars()) {
            String key = "calendar " + Json.write(calendar);
            adopted = adopted.compose(before -> writer.submit(Command.of(
                            Principal.system(), "calendar " + key.hashCode(), key, clock.instant(), null, calendar)))
                    .mapEmpty(); // one for a year that is arranged already is refused, which is what we want
        }
        return adopted;
    }
}
