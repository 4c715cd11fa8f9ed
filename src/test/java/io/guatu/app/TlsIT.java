package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.ledger.Silence;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsIT {
    static final char[] SECRET = "changeit".toCharArray();

    @Test
    void the_program_serves_https_directly(@TempDir Path folder) throws Exception {
        KeyStore store = selfSigned(folder);
        Path certificate =
                pem(folder, "CERTIFICATE", store.getCertificate("board").getEncoded());
        Path key = pem(folder, "PRIVATE KEY", store.getKey("board", SECRET).getEncoded());
        Map<String, String> environment = TestBoard.environment(TestServer.empty());
        environment.put("GUATU_TLS_CERT", certificate.toString());
        assertThrows(Config.Faulty.class, () -> Config.of(environment), "the key is missing");
        environment.put("GUATU_TLS_KEY", key.toString());
        try (Program program =
                Program.start(Config.of(environment), Clock.systemUTC(), TestBoard.CHEAP, Silence.BORNE)) {
            HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting(store)).build();
            URI page = URI.create("https://localhost:" + program.node().port() + "/report");
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            assertTrue(answer.sslSession().isPresent());
            assertEquals(
                    "max-age=31536000",
                    answer.headers().firstValue("Strict-Transport-Security").orElseThrow());
        }
    }

    static KeyStore selfSigned(Path folder) throws Exception {
        Path file = folder.resolve("board.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "board",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(SECRET),
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertEquals(0, made);
        return KeyStore.getInstance(file.toFile(), SECRET);
    }

    static Path pem(Path folder, String label, byte[] bytes) throws Exception {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(
                folder.resolve(label.replace(' ', '-') + ".pem"),
                "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }

    private static SSLContext trusting(KeyStore store) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("board", store.getCertificate("board"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
