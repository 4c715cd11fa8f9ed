package io.guatu.app;

import io.guatu.domain.BoardUpdate.CalendarAdopted;
import io.guatu.domain.RuleSet;
import io.guatu.ledger.Seeding;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
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

    private final Seeder seeder;
    private final Contents contents;

    Beginning(Seeder seeder, Contents contents) {
        this.seeder = seeder;
        this.contents = contents;
    }

    Future<Void> begin(Seeding seeding) {
        return seeding.begin(LocalDate.ofInstant(seeder.now(), seeder.zone())).compose(state -> {
            if (state.done()) {
                return newCalendars();
            }
            List<SeedLine> seeds = contents.seeds();
            SeedRun run = new SeedRun(seeder, state.day(), Seeds.invented(seeds));
            int first = seeds.isEmpty() ? 0 : Math.min(0, seeds.get(0).day());
            Instant start =
                    state.day().plusDays(first).atStartOfDay(seeder.zone()).toInstant();
            return run.office(contents.officePassword(), contents.firstPassword(), start)
                    .compose(office -> run.settings(contents.calendars(), contents.rules(), start))
                    .compose(agreed -> run.run(seeds))
                    .compose(told -> seeding.done());
        });
    }

    /** A later version brings the next year's working days: the ledger learns them when that version first starts. */
    private Future<Void> newCalendars() {
        Future<Void> adopted = Future.succeededFuture();
        for (CalendarAdopted calendar : contents.calendars()) {
            adopted = adopted.compose(before -> seeder.adopt(calendar));
        }
        return adopted;
    }
}
