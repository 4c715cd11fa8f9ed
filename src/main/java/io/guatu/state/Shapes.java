package io.guatu.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.guatu.board.fold.Lazy;
import io.guatu.board.fold.Likenesses;
import io.guatu.board.fold.Trail;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What is kept in another shape than it has. */
final class Shapes {
    private Shapes() {}

    static SimpleModule module() {
        return new SimpleModule("shapes")
                .addSerializer(new Parcel.Writer())
                .addDeserializer(Lazy.class, new Parcel.Reader())
                .addSerializer(new TrailWriter())
                .addDeserializer(Trail.class, new TrailReader())
                .addSerializer(new LikenessesWriter())
                .addDeserializer(Likenesses.class, new LikenessesReader());
    }

    /** A trail is long and shares its points. */
    private static final class TrailWriter extends StdSerializer<Trail> {
        private static final long serialVersionUID = 1;

        TrailWriter() {
            super(Trail.class);
        }

        @Override
        public void serialize(Trail trail, JsonGenerator json, SerializerProvider provider) throws IOException {
            long[] numbers = Trail.kept(trail);
            json.writeArray(numbers, 0, numbers.length);
        }
    }

    private static final class TrailReader extends StdDeserializer<Trail> {
        private static final long serialVersionUID = 1;

        TrailReader() {
            super(Trail.class);
        }

        @Override
        public Trail deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Trail.of(json.readValueAs(long[].class));
        }
    }

    /** Of a likeness every bit is as good as another: there is nothing to make shorter. */
    private static final class LikenessesWriter extends StdSerializer<Likenesses> {
        private static final long serialVersionUID = 1;

        LikenessesWriter() {
            super(Likenesses.class);
        }

        @Override
        public void serialize(Likenesses value, JsonGenerator json, SerializerProvider provider) throws IOException {
            long[] numbers = Likenesses.kept(value);
            ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
            bytes.asLongBuffer().put(numbers);
            json.writeBinary(bytes.array());
        }
    }

    private static final class LikenessesReader extends StdDeserializer<Likenesses> {
        private static final long serialVersionUID = 1;

        LikenessesReader() {
            super(Likenesses.class);
        }

        @Override
        public Likenesses deserialize(JsonParser json, DeserializationContext context) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(json.getBinaryValue());
            long[] numbers = new long[bytes.remaining() / Long.BYTES];
            bytes.asLongBuffer().get(numbers);
            return Likenesses.of(numbers);
        }
    }
}
