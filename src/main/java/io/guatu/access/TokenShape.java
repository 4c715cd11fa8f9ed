package io.guatu.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.StrictJson;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a token must look like before its signature is worth checking. The JWT library accepts much more: unsigned tokens,
 * other spellings of the same bytes, unknown header fields, members that come twice, no expiry. We accept one spelling of one
 * shape.
 */
final class TokenShape {
    private static final Set<String> HEADER = Set.of("alg", "kid", "typ");
    private static final int LONGEST = 2_048;

    /** Of both algorithms, in the form of RFC 7518 (r and s side by side) and RFC 8037; DER is longer or shorter. */
    private static final int SIGNATURE = 64;

    /** The end of the year 9999, in seconds: what comes later is no day that anybody means. */
    private static final long LATEST = 253_402_300_799L;

    private TokenShape() {}

    /** What stands in the token, if it has our shape and names a key of ours by what that key signs with. */
    static Optional<JsonNode> claims(String token, Keys keys) {
        if (token == null || token.length() > LONGEST) {
            return Optional.empty();
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode header = StrictJson.read(canonical(parts[0]));
            JsonNode claims = StrictJson.read(canonical(parts[1]));
            boolean fits = header(header, keys) && claims(claims) && canonical(parts[2]).length == SIGNATURE;
            return fits ? Optional.of(claims) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // whatever a stranger can write into a token is a bad token, never a fault of ours
        }
    }

    private static boolean header(JsonNode header, Keys keys) {
        Set<String> members = new HashSet<>();
        header.fieldNames().forEachRemaining(members::add);
        return members.equals(HEADER)
                && "JWT".equals(header.path("typ").textValue())
                && header.path("kid").isTextual()
                && keys.algorithm(header.path("kid").textValue())
                        .filter(algorithm -> algorithm.equals(header.path("alg").textValue()))
                        .isPresent();
    }

    private static boolean claims(JsonNode claims) {
        return moment(claims.path("exp"))
                && moment(claims.path("iat"))
                && fraction(claims.path("ms"))
                && !claims.has("nbf")
                && claims.path("sub").isTextual()
                && claims.path("iss").isTextual()
                && claims.path("aud").isTextual();
    }

    /** RFC 7519 allows a fraction. We never write one, nor an nbf: a token that has either was not issued by the board. */
    private static boolean moment(JsonNode seconds) {
        return seconds.isIntegralNumber()
                && seconds.canConvertToLong()
                && seconds.longValue() >= 0
                && seconds.longValue() <= LATEST;
    }

    private static boolean fraction(JsonNode millis) {
        return millis.isMissingNode() || millis.isInt() && millis.intValue() >= 0 && millis.intValue() < 1_000;
    }

    private static byte[] canonical(String part) {
        byte[] bytes = Base64.getUrlDecoder().decode(part);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
            throw new IllegalArgumentException("another spelling of the same bytes");
        }
        return bytes;
    }
}
