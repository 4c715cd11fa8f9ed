package io.guatu.app;

import io.guatu.ledger.Database;
import io.guatu.ledger.Database.Host;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database as its URL names it: one server, or several by commas, among which the primary is looked for. */
final class DatabaseUrl {
    private static final int USUAL_PORT = 5432;

    private static final Pattern URL = Pattern.compile("postgres(ql)?://(?<user>[^:/?#]*):(?<password>[^/?#]*)@"
            + "(?<hosts>[^/?#@]+)/(?<name>[^/?#]+)([?](?<query>[^#]+))?");

    private DatabaseUrl() {}

    /** @throws IllegalArgumentException when it is none, or has a parameter that nobody reads */
    static Database read(String text) {
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            throw new IllegalArgumentException();
        }
        List<Host> hosts = Arrays.stream(url.group("hosts").split(",", -1))
                .map(DatabaseUrl::host)
                .toList();
        return new Database(
                hosts,
                decode(url.group("name")),
                decode(url.group("user")),
                decode(url.group("password")),
                tls(url.group("query")));
    }

    private static Host host(String text) {
        URI uri = URI.create("postgresql://" + text);
        if (uri.getHost() == null
                || uri.getRawUserInfo() != null
                || !String.valueOf(uri.getRawPath()).isEmpty()) {
            throw new IllegalArgumentException();
        }
        return new Host(uri.getHost().replaceAll("^\\[|]$", ""), uri.getPort() < 0 ? USUAL_PORT : uri.getPort());
    }

    /** Only ever the primary is used, whether that is asked for or not. */
    private static Database.Tls tls(String query) {
        Database.Tls tls = null;
        boolean primary = false;
        for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
            switch (parameter) {
                case "sslmode=disable" -> tls = once(tls, Database.Tls.DISABLE);
                case "sslmode=require" -> tls = once(tls, Database.Tls.REQUIRE);
                case "sslmode=verify-full" -> tls = once(tls, Database.Tls.VERIFY_FULL);
                case "target_session_attrs=read-write", "target_session_attrs=primary" -> {
                    if (primary) {
                        throw new IllegalArgumentException();
                    }
                    primary = true;
                }
                default -> throw new IllegalArgumentException();
            }
        }
        return tls == null ? Database.Tls.DISABLE : tls;
    }

    private static Database.Tls once(Database.Tls before, Database.Tls now) {
        if (before != null) {
            throw new IllegalArgumentException();
        }
        return now;
    }

    /** A part of a URL without its escapes; a plus is a plus. */
    static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
