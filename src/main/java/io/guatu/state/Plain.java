package io.guatu.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.guatu.domain.Percent;
import io.guatu.domain.Weight;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * Days, times and shares as plain numbers: there are hundreds in each project, and to read them from their texts was most of
 * what a snapshot took.
 */
final class Plain {
    private static final long NANOS = 1_000_000_000L;
    /** Beyond these a number of nanoseconds is no long: such a time is written as its text. */
    private static final long LAST_SECOND = Long.MAX_VALUE / NANOS - 1;

    private Plain() {}

    static SimpleModule numbers() {
        SimpleModule module = new SimpleModule("numbers");
        add(module, LocalDate.class, LocalDate::toEpochDay, LocalDate::ofEpochDay);
        add(module, Percent.class, Percent::hundredths, number -> new Percent(Math.toIntExact(number)));
        add(module, Weight.class, Weight::hundredths, number -> new Weight(Math.toIntExact(number)));
        return module.addSerializer(new TimeWriter()).addDeserializer(Instant.class, new TimeReader());
    }

    private static <T> void add(SimpleModule module, Class<T> type, ToLongFunction<T> to, LongFunction<T> of) {
        module.addSerializer(new Writer<>(type, to)).addDeserializer(type, new Reader<>(type, of));
    }

    private static final class Writer<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1;
        private final transient ToLongFunction<T> to;

        Writer(Class<T> type, ToLongFunction<T> to) {
            super(type);
            this.to = to;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(to.applyAsLong(value));
        }
    }

    private static final class Reader<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1;
        private final transient LongFunction<T> of;

        Reader(Class<T> type, LongFunction<T> of) {
            super(type);
            this.of = of;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return of.apply(json.getLongValue());
        }
    }

    private static final class TimeWriter extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1;

        TimeWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant at, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (Math.abs(at.getEpochSecond()) < LAST_SECOND) {
                json.writeNumber(at.getEpochSecond() * NANOS + at.getNano());
            } else {
                json.writeString(at.toString());
            }
        }
    }

    private static final class TimeReader extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1;

        TimeReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                return Instant.parse(json.getText());
            }
            long nanos = json.getLongValue();
            return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
        }
    }
}
