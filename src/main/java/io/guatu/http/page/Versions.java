package io.guatu.http.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Properties;

/** The versions that the build pinned: ours and those of the browser libraries. */
public final class Versions {
    private final Properties properties = new Properties();
    private final String guatu;

    public Versions() {
        try (InputStream file = Versions.class.getResourceAsStream("/versions.properties")) {
            properties.load(file);
            guatu = of("guatu") + "+" + HexFormat.of().formatHex(Webroot.digest(), 0, 4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program's version and what its pages are made of: a page that was loaded from another build shows it. */
    public String guatu() {
        return guatu;
    }

    public String of(String artifact) {
        return properties.getProperty(artifact);
    }
}
