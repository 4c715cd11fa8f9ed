package io.guatu.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.guatu.domain.CompanyId;
import io.guatu.domain.FormId;
import io.guatu.domain.GrantId;
import io.guatu.domain.InvitationId;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Money;
import io.guatu.domain.Percent;
import io.guatu.domain.PersonId;
import io.guatu.domain.PhotoId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Quantity;
import io.guatu.domain.ScreenId;
import io.guatu.domain.TemplateId;
import io.guatu.domain.Update;
import io.guatu.domain.Weight;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * How records look as JSON, written once: component names are keys, ids and percentages plain values, enums and the
 * {@code kind} of an update kebab-case, dates and instants ISO 8601, nulls left out. A new kind of update needs nothing
 * here: its name is the record's.
 */
public final class Json {
    private static final ClassValue<String> KINDS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        }
    };

    public static final ObjectMapper MAPPER = as(JsonMapper.builder());

    private Json() {}

    /** The same in another form: what records look like does not depend on it. */
    public static <M extends ObjectMapper, B extends MapperBuilder<M, B>> M as(B builder) {
        return builder.addModule(new JavaTimeModule())
                .addModule(
                        new Jdk8Module()) // what is no more, in a delta: an empty Optional is null, which is never left
                // out
                .addModule(values())
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .annotationIntrospector(new KebabEnums())
                .build();
    }

    /** @throws IllegalStateException when the value cannot be written, which no value of ours can */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same as UTF-8. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same gzipped, without having all of it in memory. */
    public static byte[] zipped(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            MAPPER.writeValue(gzip, value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException with what is wrong, in one line, when the text is not such a value */
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** The name of a kind of update on the wire: {@code ProgressReported} is {@code progress-reported}. */
    public static String kind(Class<? extends Update> type) {
        return KINDS.get(type);
    }

    /** All kinds of updates: the records of the sealed topics, in no order. */
    public static List<Class<? extends Update>> kinds() {
        return Arrays.stream(Update.class.getPermittedSubclasses())
                .flatMap(topic -> Arrays.stream(topic.getPermittedSubclasses()))
                .<Class<? extends Update>>map(type -> type.asSubclass(Update.class))
                .toList();
    }

    private static SimpleModule values() {
        SimpleModule module = new SimpleModule("guatu");
        for (Class<?> id : List.of(
                ProjectId.class,
                MilestoneId.class,
                GrantId.class,
                InvitationId.class,
                ScreenId.class,
                PersonId.class,
                PhotoId.class,
                CompanyId.class,
                TemplateId.class,
                FormId.class)) {
            module.setMixInAnnotation(id, Plain.class);
        }
        module.setMixInAnnotation(Percent.class, PercentShape.class);
        module.setMixInAnnotation(Weight.class, WeightShape.class);
        module.setMixInAnnotation(Update.class, Kinds.class);
        module.setMixInAnnotation(Money.class, MoneyShape.class);
        module.setMixInAnnotation(Quantity.class, QuantityShape.class);
        kinds().forEach(type -> module.registerSubtypes(new NamedType(type, kind(type))));
        return module;
    }

    private abstract static class Plain {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Plain(String value) {}

        @JsonValue
        abstract String value();
    }

    private abstract static class PercentShape {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Percent of(BigDecimal value) {
            throw new UnsupportedOperationException("a mix-in is never called");
        }

        @JsonValue
        abstract BigDecimal value();
    }

    private abstract static class WeightShape {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Weight of(BigDecimal value) {
            throw new UnsupportedOperationException("a mix-in is never called");
        }

        @JsonValue
        abstract BigDecimal value();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kinds {}

    private abstract static class QuantityShape {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Quantity of(BigDecimal value) {
            throw new UnsupportedOperationException("a mix-in is never called");
        }

        @JsonValue
        abstract BigDecimal value();
    }

    private abstract static class MoneyShape {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Money of(BigDecimal value) {
            throw new UnsupportedOperationException("a mix-in is never called");
        }

        @JsonValue
        abstract BigDecimal value();
    }

    /** Enums are kebab-case wherever they stand: as values, as keys, and when they are read. */
    private static final class KebabEnums extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass annotated, Enum<?>[] values, String[] names) {
            for (int i = 0; i < values.length; i++) {
                names[i] = kebab(values[i]);
            }
            return names;
        }
    }

    /** The word of an enum's value on the wire. */
    public static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
