package io.guatu.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
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
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A state as bytes and back: gzipped JSON in its binary form (Smile), the roster and the settings first, then the projects, some in each part, so that
 * several processors read one snapshot. What the records hold is what is kept; a test folds from it and from the first entry.
 */
public final class Snapshot {
    private static final int TOGETHER = 16;
    private static final int BUFFER = 64 * 1024;
    /** The names of members and companies stand in it once. */
    private static final ObjectMapper MAPPER = Json.as(SmileMapper.builder(SmileFactory.builder()
                    .enable(SmileGenerator.Feature.CHECK_SHARED_STRING_VALUES)
                    .build())
            .addModule(trails()));

    private Snapshot() {}

    /** What is not of one project. */
    private record Rest(Head head, BoardSettings settings, Roster roster) {}

    /** Takes long: not for an event loop. */
    public static List<byte[]> write(State state) {
        List<Project> projects = List.copyOf(state.projects().byId().values());
        List<Object> parts = new ArrayList<>();
        parts.add(new Rest(state.head(), state.projects().settings(), state.roster()));
        for (int from = 0; from < projects.size(); from += TOGETHER) {
            parts.add(projects.subList(from, Math.min(from + TOGETHER, projects.size())));
        }
        return parts.stream().map(Snapshot::bytes).toList();
    }

    /**
     * @param epoch of the ledger now: the entries are the same, whatever it was called then
     * @throws UncheckedIOException when these are no snapshot of this program
     */
    public static State read(List<byte[]> parts, UUID epoch) {
        Rest rest = value(parts.get(0), new TypeReference<>() {});
        List<List<Project>> read = IntStream.range(1, parts.size())
                .parallel()
                .mapToObj(part -> Snapshot.<List<Project>>value(parts.get(part), new TypeReference<>() {}))
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

    private static byte[] bytes(Object part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zipped = new Quick(bytes)) {
            MAPPER.writeValue(zipped, part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T value(byte[] part, TypeReference<T> type) {
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(part), BUFFER)) {
            return MAPPER.readValue(unzipped, type);
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

    /**
     * A trail is long and shares its points: it is kept as a plain list. What is made of the photos is not kept: it is made of
     * them again.
     */
    private static SimpleModule trails() {
        return new SimpleModule("trails")
                .addSerializer(new StdSerializer<>(Trail.class) {
                    private static final long serialVersionUID = 1;

                    @Override
                    public void serialize(Trail trail, JsonGenerator json, SerializerProvider provider)
                            throws IOException {
                        long[] points = Trail.kept(trail);
                        json.writeArray(points, 0, points.length);
                    }
                })
                .addSerializer(new StdSerializer<>(Likenesses.class) {
                    private static final long serialVersionUID = 1;

                    @Override
                    public void serialize(Likenesses likenesses, JsonGenerator json, SerializerProvider provider)
                            throws IOException {
                        json.writeNull();
                    }
                })
                .addDeserializer(Trail.class, new StdDeserializer<>(Trail.class) {
                    private static final long serialVersionUID = 1;

                    @Override
                    public Trail deserialize(JsonParser json, DeserializationContext context) throws IOException {
                        return Trail.of(json.readValueAs(long[].class));
                    }
                });
    }
}
