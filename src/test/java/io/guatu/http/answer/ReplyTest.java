package io.guatu.http.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A large answer goes in pieces and arrives whole, whoever reads it how. */
class ReplyTest {
    private final Vertx vertx = Vertx.vertx();
    private byte[] json;
    private int port;

    @BeforeEach
    void listen() throws Exception {
        Router router = Router.router(vertx);
        router.get("/").handler(context -> Reply.encoded(context, json));
        router.get("/zipped").handler(context -> Reply.zipped(context, zipped(json)));
        port = vertx.createHttpServer(
                        new HttpServerOptions().setCompressionSupported(true).setHttp2ClearTextEnabled(false))
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await(20, TimeUnit.SECONDS)
                .actualPort();
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private static byte[] text(int length) {
        StringBuilder text = new StringBuilder("\"");
        Random random = new Random(length);
        while (text.length() < length - 1) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.append('"').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zipped(byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private HttpResponse<byte[]> get(String encoding) throws Exception {
        return get("/", encoding);
    }

    private HttpResponse<byte[]> get(String path, String encoding) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Encoding", encoding)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 256 * 1024, 256 * 1024 + 1, 288 * 1024, 3_000_017})
    void it_is_whole_plain_and_packed(int length) throws Exception {
        json = text(length);
        for (String path : List.of("/", "/zipped")) {
            assertArrayEquals(json, get(path, "identity").body());
            HttpResponse<byte[]> packed = get(path, "gzip");
            assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
            assertArrayEquals(json, new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
        }
    }

    @Test
    void who_reads_late_gets_all_of_it_and_who_goes_harms_nobody() throws Exception {
        json = text(8_000_000);
        byte[] request = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        try (Socket late = new Socket("127.0.0.1", port)) {
            late.getOutputStream().write(request);
            try (Socket gone = new Socket("127.0.0.1", port)) {
                gone.getOutputStream().write(request);
                assertTrue(gone.getInputStream().read() > 0);
            }
            json = text(1_000_000);
            assertArrayEquals(json, get("identity").body(), "others are answered while one does not read");
            InputStream read = late.getInputStream();
            byte[] all = read.readAllBytes();
            assertTrue(all.length > 8_000_000, all.length + " bytes");
            assertEquals('"', all[all.length - 1]);
        }
    }
}
