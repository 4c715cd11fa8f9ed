package io.guatu.app;

import io.guatu.ledger.Database;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A database as its URL names it. */
final class DatabaseUrl {
    private DatabaseUrl() {}

    /** @throws IllegalArgumentException when it is none, or has a parameter that nobody reads */
    static Database read(String text) {
        URI uri = URI.create(text);
        String[] user = String.valueOf(uri.getRawUserInfo()).split(":", 2);
        boolean whole = ("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()))
                && uri.getHost() != null
                && user.length == 2
                && uri.getPath() != null
                && uri.getPath().length() > 1;
        if (!whole) {
            throw new IllegalArgumentException();
        }
        return new Database(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                uri.getPath().substring(1),
                decode(user[0]),
                decode(user[1]),
                tls(uri.getRawQuery()));
    }

    private static Database.Tls tls(String query) {
        return query == null
                ? Database.Tls.DISABLE
                : switch (query) {
                    case "sslmode=disable" -> Database.Tls.DISABLE;
                    case "sslmode=require" -> Database.Tls.REQUIRE;
                    case "sslmode=verify-full" -> Database.Tls.VERIFY_FULL;
                    default -> throw new IllegalArgumentException();
                };
    }

    /** A part of a URL without its escapes; a plus is a plus. */
    static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
