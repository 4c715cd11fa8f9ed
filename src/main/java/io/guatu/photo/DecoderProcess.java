package io.guatu.photo;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One process that decodes pictures: a Java of its own from the same jar, with little memory and nothing of our
 * environment. It is used by one thread at a time and watched by another.
 */
final class DecoderProcess {
    /** By the clock: then the machine is too busy, or the process stands still. */
    private static final Duration MOST_TIME = Duration.ofSeconds(60);

    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private volatile long begun = System.nanoTime();
    private volatile Duration workBefore = Duration.ZERO;
    private volatile boolean working;
    private volatile boolean overworked;

    DecoderProcess() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx320m",
                        "-Xms8m",
                        "-XX:+UseSerialGC",
                        "-XX:MinHeapFreeRatio=10",
                        "-XX:MaxHeapFreeRatio=20",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:-UsePerfData",
                        "-Djava.awt.headless=true",
                        "-cp",
                        classPath(),
                        DecoderMain.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().clear(); // there are passwords in it
        process = builder.start();
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /**
     * Blocks. After anything but a picture or {@link NotAPicture} the process has ended.
     *
     * @throws IOException when it ended before it answered, for a reason that may be gone the next time
     */
    Picture decode(DecoderWire.Order order) throws NotAPicture, IOException {
        workBefore = work();
        begun = System.nanoTime();
        working = true;
        try {
            DecoderWire.write(out, order);
            out.flush();
            return DecoderWire.readPicture(in);
        } catch (IOException e) {
            throw ended(e);
        } finally {
            begun = System.nanoTime();
            working = false;
        }
    }

    /** Ends it when it works too long, or has not been needed for so long. Called again and again by the one who watches. */
    void watch(Duration idle, Duration mostWork) {
        Duration since = Duration.ofNanos(System.nanoTime() - begun);
        if (!working) {
            if (since.compareTo(idle) > 0) {
                end();
            }
            return;
        }
        boolean toil = work().minus(workBefore).compareTo(mostWork) > 0;
        if (toil || since.compareTo(MOST_TIME) > 0) {
            overworked = toil;
            end();
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    void end() {
        process.destroyForcibly();
    }

    long pid() {
        return process.pid();
    }

    private Duration work() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private IOException ended(IOException fault) throws NotAPicture {
        try {
            // Its pipes may break a moment before it is gone.
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                end();
            } else if (process.exitValue() == OUT_OF_MEMORY) {
                throw new NotAPicture(NotAPicture.Why.PHOTO_TOO_MANY_PIXELS);
            }
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
        }
        if (overworked) {
            throw new NotAPicture(NotAPicture.Why.PHOTO_TOO_COMPLEX);
        }
        return fault;
    }

    /** Where our own classes come from: a jar, folders, or what Maven's runner loads. */
    private static String classPath() throws IOException {
        if (!(DecoderMain.class.getClassLoader() instanceof URLClassLoader loader)) {
            return System.getProperty("java.class.path");
        }
        List<String> places = new ArrayList<>();
        try {
            for (URL url : loader.getURLs()) {
                places.add(Path.of(url.toURI()).toString());
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        return String.join(File.pathSeparator, places);
    }
}
