package io.guatu.http.request;

import io.guatu.http.problem.Problem;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether what is asked for can be read at all: one host, and a path and a query that are UTF-8 in percent signs. The handlers
 * behind rely on it; a lenient reader would search for a replacement character that nobody wrote.
 */
public final class Legible implements Handler<RoutingContext> {
    /** A name or an address, and perhaps a port (RFC 3986, 3.2.2). */
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=%-]+|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?");

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        // HTTP/2 has no such header, and names its authority all the same.
        String host = hosts.isEmpty() ? String.valueOf(request.authority()) : hosts.get(0);
        if (hosts.size() > 1 || !HOST.matcher(host).matches()) {
            context.fail(Problem.of(400, "host-invalid"));
        } else if (!decodes(request.uri())) {
            context.fail(Problem.of(400, "invalid"));
        } else {
            context.next();
        }
    }

    /** Whether it is ASCII, and the bytes that its percent signs stand for are UTF-8 in the one spelling that it has. */
    static boolean decodes(String uri) {
        ByteBuffer bytes = ByteBuffer.allocate(uri.length());
        for (int i = 0; i < uri.length(); i++) {
            char sign = uri.charAt(i);
            if (sign == '%') {
                if (i + 2 >= uri.length()) {
                    return false;
                }
                int high = Character.digit(uri.charAt(i + 1), 16);
                int low = Character.digit(uri.charAt(i + 2), 16);
                if (high < 0 || low < 0 || uri.charAt(i + 1) > 0x7F || uri.charAt(i + 2) > 0x7F) {
                    return false;
                }
                bytes.put((byte) (high << 4 | low));
                i += 2;
            } else if (sign > 0x20 && sign < 0x7F) {
                bytes.put((byte) sign);
            } else {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
