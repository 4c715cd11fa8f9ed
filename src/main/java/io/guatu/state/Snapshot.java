package io.guatu.state;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import com.fasterxml.jackson.dataformat.smile.SmileGenerator;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import io.guatu.access.Roster;
import io.guatu.board.fold.BoardSettings;
import io.guatu.board.fold.Ordered;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Projects;
import io.guatu.domain.ProjectId;
import io.guatu.ledger.Head;
import io.guatu.ledger.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A state as bytes and back: gzipped JSON in its binary form (Smile), the roster and the settings first, then the projects, some
 * in each part, so that several processors read one snapshot. What few look at lies beside it and is read when somebody does
 * ({@link Parcel}). What the records hold is what is kept; a test folds from it and from the first entry.
 */
public final class Snapshot {
    private static final int TOGETHER = 8;
    private static final int BUFFER = 64 * 1024;
    /** The names of members and companies stand in it once; bytes stand in it as they are. */
    private static final ObjectMapper MAPPER = Json.as(SmileMapper.builder(SmileFactory.builder()
                    .enable(SmileGenerator.Feature.CHECK_SHARED_STRING_VALUES)
                    .disable(SmileGenerator.Feature.ENCODE_BINARY_AS_7BIT)
                    .build()))
            .registerModules(Plain.numbers(), Shapes.module()); // before what records look like elsewhere

    private Snapshot() {}

    /** What is not of one project. */
    private record Rest(Head head, BoardSettings settings, Roster roster) implements Part {}

    private record Some(List<Project> projects) implements Part {}

    /** What a part holds, read: the first what is not of one project, each other some projects. */
    public sealed interface Part permits Rest, Some {}

    /** All its parts in their order. Whoever makes one takes some milliseconds: not for an event loop. */
    public static List<Callable<byte[]>> parts(State state) {
        List<Project> projects = List.copyOf(state.projects().byId().values());
        List<Callable<byte[]>> parts = new ArrayList<>();
        parts.add(() -> Parcel.write(new Rest(state.head(), state.projects().settings(), state.roster())));
        for (int from = 0; from < projects.size(); from += TOGETHER) {
            List<Project> some = projects.subList(from, Math.min(from + TOGETHER, projects.size()));
            parts.add(() -> Parcel.write(new Some(some)));
        }
        return parts;
    }

    /**
     * @param number of the part, from 0
     * @throws UncheckedIOException when it is no part of a snapshot of this program
     */
    public static Part part(int number, byte[] bytes) {
        return Parcel.read(bytes, MAPPER.constructType(number == 0 ? Rest.class : Some.class));
    }

    /**
     * @param parts all of them, in their order
     * @param epoch of the ledger now: the entries are the same, whatever it was called then
     */
    public static State of(List<Part> parts, UUID epoch) {
        Rest rest = (Rest) parts.get(0);
        Ordered<ProjectId, Project> byId = Ordered.none();
        for (Part part : parts.subList(1, parts.size())) {
            for (Project project : ((Some) part).projects()) {
                byId = byId.with(project.id(), project);
            }
        }
        Head head = new Head(
                epoch, rest.head().seq(), rest.head().seal(), rest.head().at());
        return new State(head, new Projects(head.seq(), rest.settings(), byId), rest.roster());
    }

    /** All of it, here and now. */
    public static List<byte[]> write(State state) {
        List<byte[]> bytes = new ArrayList<>();
        for (Callable<byte[]> part : parts(state)) {
            try {
                bytes.add(part.call());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return bytes;
    }

    /** What {@link #write} wrote. */
    public static State read(List<byte[]> parts, UUID epoch) {
        return of(
                IntStream.range(0, parts.size())
                        .mapToObj(number -> part(number, parts.get(number)))
                        .toList(),
                epoch);
    }

    /** @param parcel where its lazy values go, or null: it has none */
    static byte[] bytes(Object value, Parcel parcel) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zipped = new Quick(bytes)) {
            MAPPER.writer().withAttribute(Parcel.ATTRIBUTE, parcel).writeValue(zipped, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @param parcel where its lazy values are, or null: it has none */
    static <T> T value(Parcel.Slice slice, JavaType type, Parcel parcel) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(slice.bytes(), slice.from(), slice.length());
        try (GZIPInputStream unzipped = new GZIPInputStream(bytes, BUFFER)) {
            return MAPPER.readerFor(type)
                    .withAttribute(Parcel.ATTRIBUTE, parcel)
                    .readValue(unzipped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Twice as quick as the usual level, and a tenth larger. */
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
