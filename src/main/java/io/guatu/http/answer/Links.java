package io.guatu.http.answer;

import io.guatu.access.Subject;
import io.guatu.access.Tokens;
import io.guatu.http.request.ClientAddress;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Links that open a page with a token, at the address that the office named, else where they were asked for. The token is in the
 * fragment: no server and no log ever sees it.
 */
public final class Links {
    private final Tokens tokens;
    private final Supplier<String> address;

    /** @param address where phones and walls reach the board, or null when nobody said */
    public Links(Tokens tokens, Supplier<String> address) {
        this.tokens = tokens;
        this.address = address;
    }

    /** What the answer to a new grant or screen says. */
    public record Link(String id, String token, String link, Code qr, Instant expires) {}

    /** The link as a QR code: an SVG path in a square of so many units. */
    public record Code(int size, String path) {}

    public Link of(RoutingContext context, String page, Subject subject, String id, Instant expires) {
        return with(tokens.issue(subject, expires), context, page, id, expires);
    }

    /** The same with a token that is known: another way to show it, no other access. */
    public Link with(String token, RoutingContext context, String page, String id, Instant expires) {
        String link = origin(context) + page + "#" + token;
        return new Link(id, token, link, code(link), expires);
    }

    public String token(Subject subject, Instant expires) {
        return tokens.issue(subject, expires);
    }

    /** Scheme, host and port, without a slash. */
    public String origin(RoutingContext context) {
        String named = address.get();
        return named != null
                ? named
                : ClientAddress.scheme(context.request()) + "://"
                        + context.request().authority();
    }

    public static Code code(String link) {
        QrCode code = QrCode.of(link);
        return new Code(code.size(), code.path());
    }
}
