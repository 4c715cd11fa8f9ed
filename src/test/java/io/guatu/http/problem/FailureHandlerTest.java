package io.guatu.http.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a decoder throws at what is no HTTP, told from what is our own fault. */
class FailureHandlerTest {
    /** What the server's decoder makes of these bytes. */
    private static List<HttpObject> decoded(String sent) {
        EmbeddedChannel channel = new EmbeddedChannel(new HttpRequestDecoder(), new KnownVersion());
        channel.writeInbound(Unpooled.copiedBuffer(sent, StandardCharsets.ISO_8859_1));
        List<HttpObject> objects = new ArrayList<>();
        for (HttpObject each = channel.readInbound(); each != null; each = channel.readInbound()) {
            objects.add(each);
        }
        channel.finishAndReleaseAll();
        return objects;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\nabc\r\n0\r\n\r\n",
                "-1\r\nabc\r\n",
                "fffffffffffffffff\r\nabc\r\n",
                "3\r\nabcdef\r\n0\r\n\r\n",
                "5;\u0001=x\r\nabcde\r\n0\r\n\r\n",
            })
    void a_broken_chunk_is_its_senders_fault(String chunks) {
        List<HttpObject> objects = decoded("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
        Throwable fault = objects.stream()
                .filter(HttpContent.class::isInstance)
                .map(each -> each.decoderResult().cause())
                .filter(cause -> cause != null)
                .findFirst()
                .orElseThrow();
        assertTrue(FailureHandler.isIllegible(fault), fault::toString);
    }

    @Test
    void what_is_thrown_elsewhere_is_ours() {
        assertFalse(FailureHandler.isIllegible(new NumberFormatException("of our own")));
        assertFalse(FailureHandler.isIllegible(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/2.0", "HTTP/1.2", "HTTP/3.0", "HTTP/0.9", "ICY/1.1"})
    void another_version_is_no_request(String version) {
        HttpRequest request = (HttpRequest)
                decoded("GET / " + version + "\r\nHost: a\r\n\r\n").get(0);
        assertTrue(request.decoderResult().isFailure());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0", "HTTP/1.1"})
    void the_versions_of_old_are_spoken(String version) {
        HttpRequest request = (HttpRequest)
                decoded("GET / " + version + "\r\nHost: a\r\n\r\n").get(0);
        assertNull(request.decoderResult().cause());
        assertEquals(version, request.protocolVersion().text());
    }
}
