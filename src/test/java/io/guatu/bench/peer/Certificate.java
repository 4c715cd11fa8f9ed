package io.guatu.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A server's certificate for this machine, made by {@code keytool}: an elliptic curve's, as authorities give them out.
 *
 * @param chain in PEM
 * @param key in PEM
 * @param trusting nobody else
 */
public record Certificate(Path chain, Path key, SSLContext trusting) {
    private static final String SECRET = "changeit";
    private static final String NAME = "board";

    public static Certificate make(Path folder) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("board.p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                NAME,
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-storepass",
                SECRET,
                "-keystore",
                file.toString());
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        if (!Files.exists(file)) {
            throw new IOException("keytool: " + said);
        }
        KeyStore store = KeyStore.getInstance(file.toFile(), SECRET.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(NAME, store.getCertificate(NAME));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, trust.getTrustManagers(), null);
        return new Certificate(
                pem(folder, "CERTIFICATE", store.getCertificate(NAME).getEncoded()),
                pem(
                        folder,
                        "PRIVATE KEY",
                        store.getKey(NAME, SECRET.toCharArray()).getEncoded()),
                trusting);
    }

    private static Path pem(Path folder, String label, byte[] bytes) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(
                folder.resolve(label.replace(' ', '-') + ".pem"),
                "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }
}
