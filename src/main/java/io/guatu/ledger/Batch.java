package io.guatu.ledger;

import io.guatu.domain.Author;
import io.guatu.domain.Entry;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The drafts of many units, numbered and sealed from the head on, as the columns that one insert takes. */
final class Batch {
    private final List<Append> units;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<Seal> seals = new ArrayList<>();

    Batch(Head head, List<Append> units) {
        this.units = units;
        long seq = head.seq();
        Seal seal = head.seal();
        Instant at = head.at();
        for (NewEntry draft :
                units.stream().flatMap(unit -> unit.drafts().stream()).toList()) {
            seq++;
            // Clocks of nodes differ and step; the time of the ledger never goes back.
            Instant now = draft.at().truncatedTo(ChronoUnit.MILLIS);
            at = now.isBefore(at) ? at : now;
            String body = Json.write(draft.update());
            String project = draft.project() == null ? null : draft.project().value();
            seal = seal.then(seq, project, draft.projectSeq(), at, draft.by(), body);
            entries.add(new Entry(seq, draft.project(), draft.projectSeq(), at, draft.by(), draft.update()));
            bodies.add(body);
            seals.add(seal);
        }
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    long lastSeq() {
        return entries.get(entries.size() - 1).seq();
    }

    Instant lastAt() {
        return entries.get(entries.size() - 1).at();
    }

    Seal lastSeal() {
        return seals.get(seals.size() - 1);
    }

    Tuple entryColumns() {
        return Tuple.tuple()
                .addArrayOfLong(entries.stream().map(Entry::seq).toArray(Long[]::new))
                .addArrayOfString(texts(entry ->
                        entry.project() == null ? null : entry.project().value()))
                .addArrayOfLong(entries.stream().map(Entry::projectSeq).toArray(Long[]::new))
                .addArrayOfOffsetDateTime(entries.stream()
                        .map(entry -> entry.at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(authors(Author::id))
                .addArrayOfString(authors(author -> author.role().name()))
                .addArrayOfString(authors(Author::name))
                .addArrayOfString(authors(Author::company))
                .addArrayOfString(texts(entry -> Json.kind(entry.update().getClass())))
                .addArrayOfString(bodies.toArray(String[]::new))
                .addArrayOfString(seals.stream().map(Seal::hex).toArray(String[]::new));
    }

    Tuple answerColumns() {
        List<Long> firsts = new ArrayList<>();
        long first = entries.get(0).seq();
        for (Append unit : units) {
            firsts.add(first);
            first += unit.drafts().size();
        }
        return Tuple.tuple()
                .addArrayOfString(
                        units.stream().map(unit -> unit.key().author()).toArray(String[]::new))
                .addArrayOfString(units.stream().map(unit -> unit.key().key()).toArray(String[]::new))
                .addArrayOfString(units.stream().map(Append::fingerprint).toArray(String[]::new))
                .addArrayOfLong(firsts.toArray(Long[]::new))
                .addArrayOfInteger(
                        units.stream().map(unit -> unit.drafts().size()).toArray(Integer[]::new));
    }

    private String[] authors(Function<Author, String> field) {
        return texts(entry -> field.apply(entry.by()));
    }

    private String[] texts(Function<Entry, String> field) {
        return entries.stream().map(field).toArray(String[]::new);
    }
}
