package io.guatu.bench.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where the benches work.
 *
 * @param jar the program that is measured
 * @param folder of what they leave, which may be thrown away
 * @param until when the part that is measured should be over
 */
public record Workshop(Path jar, Path folder, long until) {
    private static final List<String> BESIDES =
            List.of("/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/usr/bin", "/opt/homebrew/bin");

    public Workshop(Path jar, Path folder) {
        this(jar, folder, Long.MAX_VALUE);
    }

    /** The same, for who has so much time. */
    public Workshop within(long nanos) {
        return new Workshop(jar, folder, System.nanoTime() + nanos);
    }

    /** Whether there is another round after so many: more than half of them in any case, the rest while there is time. */
    public boolean another(int done, int most) {
        return done <= most / 2 || done < most && System.nanoTime() < until;
    }

    /** A new folder below. */
    public Path room(String name) throws IOException {
        return Files.createTempDirectory(folder, name + "-");
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** By their versions: the one that runs this, and newer ones where Linux keeps them. */
    public static Map<String, String> javas() throws IOException {
        Map<String, String> javas = new TreeMap<>();
        Path all = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(all)) {
            try (Stream<Path> homes = Files.list(all)) {
                for (Path home : homes.filter(one -> Files.exists(one.resolve("release")))
                        .toList()) {
                    version(home)
                            .filter(version -> Runtime.Version.parse(version).feature()
                                    > Runtime.version().feature())
                            .ifPresent(version ->
                                    javas.put(version, home.resolve("bin/java").toString()));
                }
            }
        }
        javas.put(System.getProperty("java.version"), java());
        return javas;
    }

    private static Optional<String> version(Path home) throws IOException {
        Properties release = new Properties();
        try (Reader in = Files.newBufferedReader(home.resolve("release"))) {
            release.load(in);
        }
        return Files.isExecutable(home.resolve("bin/java"))
                ? Optional.ofNullable(release.getProperty("JAVA_VERSION")).map(version -> version.replace("\"", ""))
                : Optional.empty();
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A program of this machine: on the path, where Debian keeps what it holds to be the administrator's, or PostgreSQL's. */
    static Optional<Path> program(String name) {
        Stream<Path> path = Stream.concat(
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":")), BESIDES.stream())
                .map(Path::of);
        return Stream.concat(path, versions())
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> versions() {
        Path all = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(all)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.list(all)) {
            return found.map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Workshop.class.getResourceAsStream("/bench/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
