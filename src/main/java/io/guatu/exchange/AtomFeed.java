package io.guatu.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.board.Board;
import io.guatu.board.Card;
import io.guatu.domain.Entry;
import io.guatu.ledger.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What happened, as an Atom feed (RFC 4287), newest first: each entry with its kind, its project, who told it and what was written. */
public final class AtomFeed {
    private static final List<String> WRITTEN = List.of("place", "text", "need", "note", "reason", "how");

    private AtomFeed() {}

    /**
     * @param text the text of a key
     * @param address where the board is reached, or null: then nothing leads there
     * @param at of the board's newest entry
     */
    public static String of(Board board, List<Entry> entries, UnaryOperator<String> text, String address, Instant at) {
        String town = board.projects().settings().opened() == null
                ? "挂图"
                : board.projects().settings().opened().name().zh();
        Instant newest = entries.isEmpty() ? at : entries.get(0).at();
        StringBuilder feed = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">")
                .append("<id>%s</id><title>%s</title><updated>%s</updated>"
                        .formatted(id(board, "feed"), Markup.text(town), moment(newest)));
        if (address != null) {
            feed.append("<link href=\"%s\"/>".formatted(Markup.text(address + "/desk")));
        }
        entries.forEach(entry -> feed.append(entry(board, entry, text, address)));
        return feed.append("</feed>\n").toString();
    }

    private static String entry(Board board, Entry entry, UnaryOperator<String> text, String address) {
        Card card = entry.project() == null ? null : board.cards().get(entry.project());
        String kind = text.apply("kind." + Json.kind(entry.update().getClass()));
        String title = card == null ? kind : card.name().zh() + " · " + kind;
        String link = address == null || entry.project() == null
                ? ""
                : "<link href=\"%s\"/>"
                        .formatted(Markup.text(
                                address + "/desk/projects/" + entry.project().value() + "/entries/" + entry.seq()));
        return "<entry><id>%s</id><title>%s</title><updated>%s</updated><author><name>%s</name></author>%s<content type=\"text\">%s</content></entry>"
                .formatted(
                        id(board, Long.toString(entry.seq())),
                        Markup.text(title),
                        moment(entry.at()),
                        Markup.text(entry.by().name()),
                        link,
                        Markup.text(said(card, entry)));
    }

    /** The milestone and how far it is, and all that a person wrote. */
    private static String said(Card card, Entry entry) {
        JsonNode update = Json.read(Json.write(entry.update()), JsonNode.class);
        StringJoiner said = new StringJoiner("；");
        if (card != null) {
            card.milestones().stream()
                    .filter(step ->
                            step.id().value().equals(update.path("milestone").asText()))
                    .findFirst()
                    .ifPresent(step -> said.add(step.name().zh()));
        }
        if (update.has("percent")) {
            said.add(update.path("percent").asText() + "%");
        }
        WRITTEN.stream()
                .map(update::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .forEach(said::add);
        return said.toString();
    }

    private static String id(Board board, String what) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes((board.epoch() + "/" + what).getBytes(StandardCharsets.UTF_8));
    }

    private static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
