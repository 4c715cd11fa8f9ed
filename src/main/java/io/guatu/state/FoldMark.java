package io.guatu.state;

import io.guatu.ledger.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Stands for the code that folds and writes snapshots: the SHA-256 of the class files of {@link State}, of the snapshot's
 * format, and of every class of ours that these name, and so on. Nobody has to remember to raise a number: whoever changes
 * how an entry is folded changes the mark.
 */
public final class FoldMark {
    private static final Pattern OURS = Pattern.compile("io/guatu/[\\w/$]+");

    private FoldMark() {}

    /** Reads some two hundred class files: once is enough. */
    public static String now() {
        return of(State.class, Snapshot.class, Json.class);
    }

    /** The same of other code: of these classes, of every class of ours that they name, and so on. */
    public static String of(Class<?>... roots) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            classes(roots).values().forEach(sha256::update);
            return HexFormat.of().formatHex(sha256.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }

    /** The classes that it stands for, as paths. */
    public static Set<String> covers() {
        return classes(State.class, Snapshot.class, Json.class).keySet();
    }

    private static Map<String, byte[]> classes(Class<?>... roots) {
        Map<String, byte[]> classes = new TreeMap<>();
        Deque<String> left =
                new ArrayDeque<>(Stream.of(roots).map(FoldMark::path).toList());
        while (!left.isEmpty()) {
            String name = left.poll();
            if (!classes.containsKey(name)) {
                byte[] bytes = bytes(name);
                classes.put(name, bytes);
                Matcher named = OURS.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
                while (named.find()) {
                    left.add(named.group());
                }
            }
        }
        return classes;
    }

    private static String path(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /** Empty for what only looks like the name of a class. */
    private static byte[] bytes(String name) {
        try (InputStream file = FoldMark.class.getClassLoader().getResourceAsStream(name + ".class")) {
            return file == null ? new byte[0] : file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
