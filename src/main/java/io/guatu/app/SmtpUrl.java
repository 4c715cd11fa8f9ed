package io.guatu.app;

import io.guatu.courier.Mailbox;
import java.net.URI;

/**
 * A mail server as its URL names it: {@code smtps://} speaks TLS from the first byte, {@code smtp://} by STARTTLS, and without
 * either only where the URL ends with {@code ?tls=none}.
 */
final class SmtpUrl {
    private SmtpUrl() {}

    /** @throws IllegalArgumentException when it is none. @param from who writes; not known yet: null */
    static Mailbox read(String text, String from) {
        URI uri = URI.create(text);
        boolean tls = "smtps".equals(uri.getScheme());
        boolean none = "tls=none".equals(uri.getRawQuery());
        boolean whole = (tls || "smtp".equals(uri.getScheme()))
                && uri.getHost() != null
                && (uri.getRawQuery() == null || none && !tls)
                && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
        String[] user =
                uri.getRawUserInfo() == null ? null : uri.getRawUserInfo().split(":", 2);
        if (!whole || user != null && user.length != 2) {
            throw new IllegalArgumentException();
        }
        return new Mailbox(
                uri.getHost(),
                uri.getPort() > 0 ? uri.getPort() : tls ? 465 : 587,
                tls,
                none,
                user == null ? null : DatabaseUrl.decode(user[0]),
                user == null ? null : DatabaseUrl.decode(user[1]),
                from);
    }
}
