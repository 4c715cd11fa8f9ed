package io.guatu.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/**
 * JSON as RFC 8259 has it, from strangers. What one reader would take one way and another reader another way is refused:
 * members that come twice, comments, bytes that are no UTF-8, halves of characters, and numbers that only look like one that
 * we keep. Thread-safe.
 */
public final class StrictJson {
    /** Far more than any message of ours has. */
    private static final int DEEPEST = 32;

    private static final int LONGEST_NUMBER = 100;

    /** A number of few characters can stand for one of a milliard digits. */
    private static final int LARGEST_EXPONENT = 300;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(new WholeNumbers())
            .build();

    /**
     * A whole number that no {@code long} holds is one however it is written. As a decimal, who measures it takes its lowest 64
     * bits: 1e19 would be less than 1, and 18446744073709555712.0 would be 4096.
     */
    private static final class WholeNumbers extends JsonNodeFactory {
        private static final long serialVersionUID = 1;
        private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

        WholeNumbers() {
            super(true);
        }

        @Override
        public ValueNode numberNode(BigDecimal number) {
            boolean large = number != null
                    && Math.abs((long) number.scale()) <= LARGEST_EXPONENT
                    && number.abs().compareTo(LARGEST) > 0;
            return large && number.stripTrailingZeros().scale() <= 0
                    ? numberNode(number.toBigIntegerExact())
                    : super.numberNode(number);
        }
    }

    private StrictJson() {}

    /** What is wrong, in one line for a programmer; the rule names its sentence in the text files. */
    public static final class Malformed extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final String rule;
        private final String place;

        private Malformed(String rule, String place, String message) {
            super(message);
            this.rule = rule;
            this.place = place;
        }

        /** {@code json-encoding}, {@code json-syntax}, {@code json-twice}, {@code json-half}, {@code json-number}. */
        public String rule() {
            return rule;
        }

        /** JSON pointer to the value, as near as it is known; empty for the whole. */
        public String place() {
            return place;
        }
    }

    /** @throws Malformed when it is not strictly JSON */
    public static JsonNode read(byte[] bytes) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder() // one that reports: the usual one replaces what it does not understand
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new Malformed("json-encoding", "", "not UTF-8");
        }
    }

    /** @throws Malformed when it is not strictly JSON */
    public static JsonNode read(String text) {
        if (text.startsWith("\uFEFF")) {
            throw new Malformed("json-encoding", "", "begins with a byte order mark");
        }
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonNode value = MAPPER.readTree(parser);
            if (value == null || value.isMissingNode()) {
                throw new Malformed("json-syntax", "", "nothing there");
            }
            look(value, new Place(null, null));
            return value;
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (NumberFormatException e) {
            throw new Malformed("json-number", "", "an exponent beyond counting"); // the reader lets it through
        } catch (IOException e) {
            throw new IllegalStateException(e); // a text is read without I/O
        }
    }

    private static Malformed malformed(JsonProcessingException fault) {
        String message = fault.getOriginalMessage();
        if (message.startsWith("Duplicate field") && fault.getProcessor() instanceof JsonParser parser) {
            String place = parser.getParsingContext().pathAsPointer().toString();
            return new Malformed("json-twice", place, message);
        }
        String at = fault.getLocation() == null
                ? ""
                : " (line " + fault.getLocation().getLineNr() + ", column "
                        + fault.getLocation().getColumnNr() + ")";
        // Where a list began the reader says in its own terms, which help nobody.
        String what = message.lines().findFirst().orElse("no JSON").replaceFirst(" \\(start marker at .*", "");
        return new Malformed("json-syntax", "", what + at);
    }

    /** Where the look is, from the inside out; spelt only when something is wrong there. */
    private record Place(Place outer, Object step) {
        @Override
        public String toString() {
            return step == null
                    ? ""
                    : outer + "/" + step.toString().replace("~", "~0").replace("/", "~1");
        }
    }

    private static void look(JsonNode value, Place place) {
        if (value.isTextual()) {
            whole(value.textValue(), place);
        } else if (value.isFloatingPointNumber()) {
            if (!kept(value.decimalValue())) {
                throw new Malformed("json-number", place.toString(), "a number that would be kept as another");
            }
        } else if (value.isObject()) {
            for (Iterator<Map.Entry<String, JsonNode>> members = value.fields(); members.hasNext(); ) {
                Map.Entry<String, JsonNode> member = members.next();
                whole(member.getKey(), place);
                look(member.getValue(), new Place(place, member.getKey()));
            }
        } else {
            for (int i = 0; i < value.size(); i++) {
                look(value.get(i), new Place(place, i));
            }
        }
    }

    /** Whether a double stands for this number and no other: 50.00000000000000000001 would be stored as 50. */
    private static boolean kept(BigDecimal number) {
        if (Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
            return false;
        }
        double nearest = number.doubleValue();
        return Double.isFinite(nearest)
                && new BigDecimal(nearest)
                                .round(new MathContext(Math.max(1, number.precision())))
                                .compareTo(number)
                        == 0;
    }

    /** JSON's escapes can write half of a character, which UTF-8 cannot: it would be stored as a question mark. */
    private static void whole(String text, Place place) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                throw new Malformed("json-half", place.toString(), "half of a character");
            }
        }
    }
}
