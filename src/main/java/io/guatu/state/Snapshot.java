package io.guatu.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import com.fasterxml.jackson.dataformat.smile.SmileGenerator;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import io.guatu.access.Roster;
import io.guatu.board.fold.BoardSettings;
import io.guatu.board.fold.Lazy;
import io.guatu.board.fold.Likenesses;
import io.guatu.board.fold.Ordered;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Projects;
import io.guatu.board.fold.Trail;
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
import java.util.function.Function;
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
    private static final int TOGETHER = 16;
    private static final int BUFFER = 64 * 1024;
    /** The names of members and companies stand in it once. */
    private static final ObjectMapper MAPPER = Json.as(SmileMapper.builder(SmileFactory.builder()
                    .enable(SmileGenerator.Feature.CHECK_SHARED_STRING_VALUES)
                    .build()))
            .registerModules(Plain.numbers(), shapes()); // before what records look like elsewhere

    private Snapshot() {}

    /** What is not of one project. */
    private record Rest(Head head, BoardSettings settings, Roster roster) {}

    private record Some(List<Project> projects) {}

    /** Takes long: not for an event loop. */
    public static List<byte[]> write(State state) {
        List<Project> projects = List.copyOf(state.projects().byId().values());
        List<Object> parts = new ArrayList<>();
        parts.add(new Rest(state.head(), state.projects().settings(), state.roster()));
        for (int from = 0; from < projects.size(); from += TOGETHER) {
            parts.add(new Some(projects.subList(from, Math.min(from + TOGETHER, projects.size()))));
        }
        return parts.stream().map(Parcel::write).toList();
    }

    /**
     * @param epoch of the ledger now: the entries are the same, whatever it was called then
     * @throws UncheckedIOException when these are no snapshot of this program
     */
    public static State read(List<byte[]> parts, UUID epoch) {
        return read(parts, epoch, true);
    }

    /** @param wide whether all processors read it */
    public static State read(List<byte[]> parts, UUID epoch, boolean wide) {
        Rest rest = Parcel.read(parts.get(0), MAPPER.constructType(Rest.class));
        IntStream projects = IntStream.range(1, parts.size());
        List<List<Project>> read = (wide ? projects.parallel() : projects)
                .mapToObj(part -> Parcel.<Some>read(parts.get(part), MAPPER.constructType(Some.class))
                        .projects())
                .toList();
        Ordered<ProjectId, Project> byId = Ordered.none();
        for (List<Project> some : read) {
            for (Project project : some) {
                byId = byId.with(project.id(), project);
            }
        }
        Head head = new Head(
                epoch, rest.head().seq(), rest.head().seal(), rest.head().at());
        return new State(head, new Projects(head.seq(), rest.settings(), byId), rest.roster());
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

    /** What is kept in another shape than it has. */
    private static SimpleModule shapes() {
        return new SimpleModule("shapes")
                .addSerializer(new Parcel.Writer())
                .addDeserializer(Lazy.class, new Parcel.Reader())
                // A trail is long and shares its points.
                .addSerializer(new Numbers<>(Trail.class, Trail::kept))
                .addDeserializer(Trail.class, new OfNumbers<>(Trail.class, Trail::of))
                .addSerializer(new Numbers<>(Likenesses.class, Likenesses::kept))
                .addDeserializer(Likenesses.class, new OfNumbers<>(Likenesses.class, Likenesses::of));
    }

    private static final class Numbers<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<T, long[]> kept;

        Numbers(Class<T> type, Function<T, long[]> kept) {
            super(type);
            this.kept = kept;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            long[] numbers = kept.apply(value);
            json.writeArray(numbers, 0, numbers.length);
        }
    }

    private static final class OfNumbers<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<long[], T> of;

        OfNumbers(Class<T> type, Function<long[], T> of) {
            super(type);
            this.of = of;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return of.apply(json.readValueAs(long[].class));
        }
    }
}
