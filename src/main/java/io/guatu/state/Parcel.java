package io.guatu.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.guatu.board.fold.Lazy;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One part of a snapshot: what is read at once, and behind it, each by itself, what is read when somebody looks. In the first
 * stands, where a lazy value belongs, which of the others it is. Four bytes say how many there are, four each how long.
 */
final class Parcel {
    /** By which the serializers and deserializers know which parcel they write and read. */
    static final String ATTRIBUTE = Parcel.class.getName();

    private final List<Slice> slices = new ArrayList<>();

    /** Bytes among others. */
    record Slice(byte[] bytes, int from, int length) {
        static Slice of(byte[] bytes) {
            return new Slice(bytes, 0, bytes.length);
        }
    }

    /** Where a lazy value lies in a snapshot. */
    private record Inside<T>(Slice slice, JavaType type) implements Lazy.Kept<T> {
        @Override
        public T read() {
            return Snapshot.value(slice, type, null);
        }
    }

    private Parcel() {}

    /** @throws UncheckedIOException never: it is written to memory */
    static byte[] write(Object value) {
        Parcel parcel = new Parcel();
        byte[] first = Snapshot.bytes(value, parcel);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(parcel.slices.size());
            out.writeInt(first.length);
            for (Slice slice : parcel.slices) {
                out.writeInt(slice.length());
            }
            out.write(first);
            for (Slice slice : parcel.slices) {
                out.write(slice.bytes(), slice.from(), slice.length());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws UncheckedIOException when these bytes are no parcel with such a value */
    static <T> T read(byte[] bytes, JavaType type) {
        try {
            ByteBuffer header = ByteBuffer.wrap(bytes);
            int count = header.getInt();
            int first = header.getInt();
            int from = 4 * (2 + count);
            Parcel parcel = new Parcel();
            Slice whole = new Slice(bytes, from, first);
            from += first;
            for (int i = 0; i < count; i++) {
                int length = header.getInt();
                parcel.slices.add(new Slice(bytes, from, length));
                from += length;
            }
            if (from != bytes.length) {
                throw new UncheckedIOException(new IOException("a part of a snapshot of another length than it says"));
            }
            return Snapshot.value(whole, type, parcel);
        } catch (BufferUnderflowException e) {
            throw new UncheckedIOException(new IOException("a part of a snapshot that is cut off", e));
        }
    }

    /** Writes which of the parcel's slices it is. */
    static final class Writer extends StdSerializer<Lazy<?>> implements ContextualSerializer {
        private static final long serialVersionUID = 1;

        private final JavaType type;

        Writer() {
            this(null);
        }

        private Writer(JavaType type) {
            super(Lazy.class, false);
            this.type = type;
        }

        @Override
        public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property) {
            return new Writer(property.getType().containedType(0));
        }

        @Override
        public void serialize(Lazy<?> lazy, JsonGenerator json, SerializerProvider provider) throws IOException {
            Parcel parcel = (Parcel) provider.getAttribute(ATTRIBUTE);
            json.writeNumber(parcel.slices.size());
            parcel.slices.add(slice(lazy));
        }

        private <T> Slice slice(Lazy<T> lazy) {
            Lazy.Kept<T> kept = lazy.kept(value -> new Inside<>(Slice.of(Snapshot.bytes(value, null)), type));
            return ((Inside<T>) kept).slice();
        }
    }

    /** Reads which it is, and leaves it where it lies. */
    static final class Reader extends StdDeserializer<Lazy<?>> implements ContextualDeserializer {
        private static final long serialVersionUID = 1;

        private final JavaType type;

        Reader() {
            this(null);
        }

        private Reader(JavaType type) {
            super(Lazy.class);
            this.type = type;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Reader(context.getContextualType().containedType(0));
        }

        @Override
        public Lazy<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Parcel parcel = (Parcel) context.getAttribute(ATTRIBUTE);
            int which = json.getIntValue();
            if (which < 0 || which >= parcel.slices.size()) {
                throw new IOException("a part of a snapshot names what is not in it");
            }
            return Lazy.aside(new Inside<>(parcel.slices.get(which), type));
        }
    }
}
