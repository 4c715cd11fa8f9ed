package io.guatu.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions that the build pinned: ours and those of the browser libraries. */
public final class Versions {
    private final Properties properties = new Properties();

    public Versions() {
        try (InputStream file = Versions.class.getResourceAsStream("/versions.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String guatu() {
        return of("guatu");
    }

    String of(String artifact) {
        return properties.getProperty(artifact);
    }
}
