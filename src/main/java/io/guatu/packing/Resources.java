package io.guatu.packing;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A folder of the class path, from a folder or a jar. */
final class Resources {
    private Resources() {}

    /** @param known a file that the folder has: a jar need not name its folders */
    static void copy(String folder, String known, Path target) throws IOException {
        try {
            URI uri = Resources.class.getResource("/" + folder + "/" + known).toURI();
            if (!uri.getScheme().equals("jar")) {
                copyAll(Path.of(uri).getParent(), target);
                return;
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                copyAll(jar.getPath("/" + folder), target);
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static void copyAll(Path source, Path target) throws IOException {
        try (Stream<Path> all = Files.walk(source)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(source.relativize(each).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(each, copy);
            }
        }
    }
}
