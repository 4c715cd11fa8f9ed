package io.guatu.packing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The bundler, a program of its own that lies in its jar. */
record Esbuild(Path program, Path work) {
    /** Null where there is none for this machine. */
    static Esbuild unpacked(String version, Path work) throws IOException {
        boolean here = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        String place = "/META-INF/resources/_static/linux-x64/" + version + "/bin/esbuild";
        try (InputStream program = here ? Esbuild.class.getResourceAsStream(place) : null) {
            if (program == null) {
                return null;
            }
            Path file = work.resolve("esbuild");
            Files.copy(program, file);
            if (!file.toFile().setExecutable(true)) {
                throw new IOException("not to be made executable: " + file);
            }
            return new Esbuild(file, work);
        }
    }

    /**
     * A module or a style sheet with all that it imports, for the oldest browser that is served. The charts stay out: who
     * opens one asks for them then, by the page's import map.
     */
    byte[] bundle(Path entry) throws IOException, InterruptedException {
        Path bundled = Files.createTempFile(work, "bundled", ".out");
        ProcessBuilder command = new ProcessBuilder(
                program.toString(),
                entry.toString(),
                "--bundle",
                "--minify",
                "--charset=utf8",
                "--format=esm",
                "--target=chrome89",
                "--legal-comments=eof",
                "--external:echarts",
                "--external:/style/*",
                "--log-level=warning",
                "--outfile=" + bundled + (entry.toString().endsWith(".css") ? ".css" : ".js"));
        command.environment().put("NODE_PATH", work.resolve("node_modules").toString());
        Process run = command.inheritIO().start();
        if (!run.waitFor(1, TimeUnit.MINUTES) || run.exitValue() != 0) {
            run.destroyForcibly();
            throw new IOException("not bundled: " + entry);
        }
        return Files.readAllBytes(
                Path.of(command.command().get(command.command().size() - 1).substring("--outfile=".length())));
    }
}
