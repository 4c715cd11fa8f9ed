package io.guatu.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.domain.Author;
import io.guatu.domain.BoardUpdate.SealChosen;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.domain.SealHash;
import io.guatu.domain.Update;
import io.guatu.ledger.ChainCheck.Broken;
import io.guatu.ledger.ChainCheck.Why;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Entry by entry along the chain of seals, wherever the rows come from: a running database, or a file that was brought. */
public final class ChainLinks {
    private final Map<String, Long> positions = new HashMap<>();
    private Seal seal = Seal.NONE;
    private long seq;
    private Entry entry;

    /** An entry as it is stored. @param refers may be null, as the project and the company may */
    public record Sealed(
            long seq,
            String project,
            long projectSeq,
            Instant at,
            String authorId,
            String authorRole,
            String authorName,
            String authorCompany,
            String kind,
            Long refers,
            String body,
            String seal) {}

    /** Begins before the first entry. */
    public ChainLinks() {}

    /** Goes on from where an earlier check came to. */
    ChainLinks(ChainCheckpoint from) {
        positions.putAll(from.positions());
        seal = from.seal();
        seq = from.seq();
    }

    /** The last entry that is as it was written. */
    public long seq() {
        return seq;
    }

    /** The last entry that was followed. */
    public Entry entry() {
        return entry;
    }

    /** Whether the last entry is the one that a head names. */
    public boolean endAt(long head, Seal named) {
        return head == seq && named.equals(seal);
    }

    ChainCheckpoint checkpoint(Instant since) {
        return new ChainCheckpoint(seq, seal, Map.copyOf(positions), since);
    }

    /** The next entry. @return what is wrong with it; then nothing after it can be followed */
    public Optional<Broken> follow(Sealed row) {
        long expected = seq + 1;
        if (row.seq() != expected) {
            return Optional.of(new Broken(expected, Why.MISSING));
        }
        if (Arrays.stream(Role.values()).noneMatch(role -> role.name().equals(row.authorRole()))) {
            return Optional.of(new Broken(expected, Why.AUTHOR));
        }
        Author author =
                new Author(row.authorId(), Role.valueOf(row.authorRole()), row.authorName(), row.authorCompany());
        // The seal of nobody's company is that of a company called "-"; only contractors have one, and all of them
        // have.
        if ((author.company() == null) == (author.role() == Role.CONTRACTOR)) {
            return Optional.of(new Broken(expected, Why.AUTHOR));
        }
        // Sealed or not: no node could read it, and a board that took it in would never be ready.
        if (row.project() != null && !names(row.project())) {
            return Optional.of(new Broken(expected, Why.PROJECT));
        }
        // The kind stands beside the body for the searches, and is not sealed itself.
        Optional<JsonNode> body = read(row.body(), JsonNode.class).filter(JsonNode::isObject);
        if (body.isEmpty()) {
            return Optional.of(new Broken(expected, Why.BODY));
        }
        if (!body.get().path("kind").asText().equals(row.kind())) {
            return Optional.of(new Broken(expected, Why.KIND));
        }
        if (row.project() != null && row.projectSeq() != positions.getOrDefault(row.project(), 0L) + 1) {
            return Optional.of(new Broken(expected, Why.POSITION));
        }
        Seal stored = new Seal(row.seal());
        Seal next = seal.then(stored.hash(), expected, row.project(), row.projectSeq(), row.at(), author, row.body());
        if (!next.says(stored)) {
            return Optional.of(new Broken(expected, Why.SEAL));
        }
        Optional<Update> said = read(row.body(), Update.class);
        if (said.isEmpty()) {
            return Optional.of(new Broken(expected, Why.BODY));
        }
        if (said.get().ofBoard() != (row.project() == null)) {
            return Optional.of(new Broken(expected, row.project() == null ? Why.OF_PROJECT : Why.OF_BOARD));
        }
        SealHash chosen = said.get() instanceof SealChosen another ? another.hash() : seal.hash();
        if (chosen != stored.hash()) {
            return Optional.of(new Broken(expected, Why.HASH));
        }
        // Nor is this; the body is known to be as it was written by now.
        if (!Objects.equals(said.get().answers(), row.refers())) {
            return Optional.of(new Broken(expected, Why.REFERS));
        }
        if (row.project() != null) {
            positions.put(row.project(), row.projectSeq());
        }
        seal = stored;
        seq = expected;
        entry = new Entry(
                expected,
                row.project() == null ? null : new ProjectId(row.project()),
                row.projectSeq(),
                row.at(),
                author,
                said.get());
        return Optional.empty();
    }

    private static boolean names(String project) {
        try {
            return new ProjectId(project).value().equals(project);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static <T> Optional<T> read(String body, Class<T> type) {
        try {
            return Optional.ofNullable(Json.read(body, type));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
