package io.guatu.http.answer;

import io.guatu.access.Subject;
import io.guatu.access.Tokens;
import io.guatu.http.request.ClientAddress;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;

/** Links that open a page with a token. The token is in the fragment: no server and no log ever sees it. */
public final class Links {
    private final Tokens tokens;

    public Links(Tokens tokens) {
        this.tokens = tokens;
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
        String origin = ClientAddress.scheme(context.request()) + "://"
                + context.request().authority();
        String link = origin + page + "#" + token;
        QrCode code = QrCode.of(link);
        return new Link(id, token, link, new Code(code.size(), code.path()), expires);
    }
}
