package io.guatu.http.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The pages' own files, in the jar or, while we develop, in the class path. What is said of all of them is found out once, as
 * they were then: a start asks a dozen times, and a jar is slow to open.
 */
public final class Webroot {
    private static final Pattern IMPORT =
            Pattern.compile("^(?:import|export)\\s(?:[^'\"]*?from\\s*)?'(\\.[^']+)'", Pattern.MULTILINE);

    private static final Map<String, Set<String>> MODULES = new ConcurrentHashMap<>();

    private Webroot() {}

    private static final class Whole {
        static final byte[] DIGEST = read(Webroot::sum);
    }

    private interface Work<T> {
        T on(Path root) throws IOException;
    }

    /** SHA-256 over all files, by name. */
    public static byte[] digest() {
        return Whole.DIGEST.clone();
    }

    private static byte[] sum(Path root) throws IOException {
        MessageDigest digest = sha256();
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return digest.digest();
    }

    /** A short name for what is in a file. */
    public static String named(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content)).substring(0, 16);
    }

    /**
     * The paths of all modules that a module imports, directly or not: a page that names them at once does not learn of
     * each from the one before.
     */
    public static Set<String> modules(String module) {
        return MODULES.computeIfAbsent(
                module,
                first -> read(root -> {
                    Set<String> found = new LinkedHashSet<>();
                    follow(root, root.resolve(first), found);
                    return Collections.unmodifiableSet(found);
                }));
    }

    private static void follow(Path root, Path module, Set<String> found) throws IOException {
        if (Files.isRegularFile(module) && found.add("/" + root.relativize(module))) {
            Matcher imports = IMPORT.matcher(Files.readString(module));
            while (imports.find()) {
                follow(root, module.getParent().resolve(imports.group(1)).normalize(), found);
            }
        }
    }

    private static <T> T read(Work<T> work) {
        try {
            URL found = Webroot.class.getResource("/webroot");
            URI uri = found.toURI();
            if (!uri.getScheme().equals("jar")) {
                return work.on(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return work.on(jar.getPath("/webroot"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e); // the class loader made it
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
