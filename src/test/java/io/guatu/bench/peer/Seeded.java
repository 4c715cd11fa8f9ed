package io.guatu.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The demonstration's board, seeded once for all parts: each begins with a copy of the folder, as of a board that was there
 * yesterday. How long the first start takes measures the part of that name.
 */
final class Seeded {
    private Seeded() {}

    /** A new folder with it. */
    static Path copy(Workshop workshop) throws Exception {
        Path copy = workshop.room("guatu");
        Process copying = new ProcessBuilder("cp", "-a", original(workshop) + "/.", copy.toString())
                .inheritIO()
                .start();
        if (copying.waitFor() != 0) {
            throw new IOException("The board was not copied to " + copy + ".");
        }
        return copy;
    }

    /** Of this very jar: an older one's stays where it is, and is not used. */
    private static Path original(Workshop workshop) throws Exception {
        Path seeded = workshop.folder()
                .resolve("seeded-" + Files.getLastModifiedTime(workshop.jar()).toMillis());
        if (!Files.exists(seeded)) {
            Path made = workshop.room("seeding");
            Guatu.start(workshop, List.of(), made, Workshop.freePort()).close();
            Files.move(made, seeded);
        }
        return seeded;
    }
}
