package io.guatu.access;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/**
 * What a token must look like before its signature is worth checking. The JWT library accepts much more: unsigned tokens,
 * other spellings of the same bytes, unknown header fields, no expiry. We accept one spelling of one shape.
 */
final class TokenShape {
    private static final Set<String> HEADER = Set.of("alg", "kid", "typ");
    private static final int LONGEST = 2_048;

    private TokenShape() {}

    static boolean fits(String token) {
        if (token == null || token.length() > LONGEST) {
            return false;
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return false;
        }
        try {
            JsonObject header = new JsonObject(text(parts[0]));
            JsonObject claims = new JsonObject(text(parts[1]));
            canonical(parts[2]);
            return header.fieldNames().equals(HEADER)
                    && "ES256".equals(header.getValue("alg"))
                    && "JWT".equals(header.getValue("typ"))
                    && header.getValue("kid") instanceof String
                    && claims.getValue("exp") instanceof Number
                    && claims.getValue("iat") instanceof Number
                    && claims.getValue("sub") instanceof String
                    && claims.getValue("iss") instanceof String
                    && claims.getValue("aud") instanceof String;
        } catch (IllegalArgumentException | DecodeException e) {
            return false;
        }
    }

    private static String text(String part) {
        return new String(canonical(part), StandardCharsets.UTF_8);
    }

    private static byte[] canonical(String part) {
        byte[] bytes = Base64.getUrlDecoder().decode(part);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
            throw new IllegalArgumentException("another spelling of the same bytes");
        }
        return bytes;
    }
}
