package io.guatu.ledger;

import io.guatu.domain.Author;
import io.guatu.domain.Entry;
import io.guatu.ledger.Batch.Line;
import io.guatu.ledger.Batch.Request;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A batch as the columns that one statement takes: {@link LedgerSql#APPEND}. */
final class Columns {
    private Columns() {}

    static Tuple of(Batch batch) {
        Head base = batch.base();
        Head head = batch.head();
        Tuple tuple = Tuple.of(
                head.seq(),
                head.seal().text(),
                head.at().atOffset(ZoneOffset.UTC),
                base.seq(),
                base.seal().text());
        entries(tuple, batch.lines());
        requests(tuple, batch.requests());
        photos(tuple, batch.lines());
        return tuple;
    }

    private static void entries(Tuple tuple, List<Line> lines) {
        tuple.addArrayOfLong(column(lines, line -> line.entry().seq(), Long[]::new))
                .addArrayOfString(texts(
                        lines,
                        line -> line.entry().project() == null
                                ? null
                                : line.entry().project().value()))
                .addArrayOfLong(column(lines, line -> line.entry().projectSeq(), Long[]::new))
                .addArrayOfOffsetDateTime(
                        column(lines, line -> line.entry().at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .addArrayOfString(authors(lines, Author::id))
                .addArrayOfString(authors(lines, author -> author.role().name()))
                .addArrayOfString(authors(lines, Author::name))
                .addArrayOfString(authors(lines, Author::company))
                .addArrayOfString(texts(lines, line -> kind(line.entry())))
                .addArrayOfString(texts(lines, Line::body))
                .addArrayOfString(texts(lines, line -> line.seal().text()))
                .addArrayOfLong(column(lines, line -> line.entry().update().answers(), Long[]::new));
    }

    private static void requests(Tuple tuple, List<Request> requests) {
        tuple.addArrayOfString(texts(requests, request -> request.key().author()))
                .addArrayOfString(texts(requests, request -> request.key().key()))
                .addArrayOfString(texts(requests, Request::fingerprint))
                .addArrayOfLong(column(requests, Request::seq, Long[]::new))
                .addArrayOfInteger(column(requests, Request::entries, Integer[]::new));
    }

    /** Of the few entries that bring one, so that the others cost no look-up. */
    private static void photos(Tuple tuple, List<Line> lines) {
        List<Line> bringing = lines.stream()
                .filter(line -> line.entry().update().brings() != null)
                .toList();
        tuple.addArrayOfString(texts(bringing, line -> line.entry().project().value()))
                .addArrayOfString(
                        texts(bringing, line -> line.entry().update().brings().value()));
    }

    private static String kind(Entry entry) {
        return Json.kind(entry.update().getClass());
    }

    private static String[] authors(List<Line> lines, Function<Author, String> field) {
        return texts(lines, line -> field.apply(line.entry().by()));
    }

    private static <R> String[] texts(List<R> rows, Function<R, String> field) {
        return column(rows, field, String[]::new);
    }

    private static <R, V> V[] column(List<R> rows, Function<R, V> field, IntFunction<V[]> array) {
        V[] column = array.apply(rows.size());
        for (int i = 0; i < column.length; i++) {
            column[i] = field.apply(rows.get(i));
        }
        return column;
    }
}
