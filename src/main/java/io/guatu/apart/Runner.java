package io.guatu.apart;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One process that runs errands: a Java of its own from the same jar, with little memory and nothing of our environment. It is
 * used by one thread at a time and watched by another.
 */
final class Runner<O, A, X extends Exception> {
    /** By the clock: then the machine is too busy, or the process stands still. */
    private static final Duration MOST_TIME = Duration.ofSeconds(60);

    private static final int OUT_OF_MEMORY = 3;

    /** What is done apart takes what processor the others leave: a list that is read must not slow who writes and who looks. */
    private static final Path NICE = Path.of("/usr/bin/nice");

    private static final String YIELDING = "10";

    private final Errand<O, A, X> errand;
    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private volatile long begun = System.nanoTime();
    private volatile Duration workBefore = Duration.ZERO;
    private volatile boolean working;
    private volatile boolean overworked;

    Runner(Errand<O, A, X> errand) throws IOException {
        this.errand = errand;
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", YIELDING));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms8m",
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=20",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true"));
        command.addAll(errand.options());
        command.addAll(List.of("-cp", classPath(), errand.main().getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().clear(); // there are passwords in it
        process = builder.start();
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /**
     * Blocks. After anything but an answer or {@code X} the process has ended.
     *
     * @throws IOException when it ended before it answered, for a reason that may be gone the next time
     */
    A run(O order) throws X, IOException {
        workBefore = work();
        begun = System.nanoTime();
        working = true;
        try {
            errand.write(out, order);
            out.flush();
            return errand.read(in);
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

    private IOException ended(IOException fault) throws X {
        try {
            // Its pipes may break a moment before it is gone.
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                end();
            } else if (process.exitValue() == OUT_OF_MEMORY) {
                throw errand.tooLarge();
            }
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
        }
        if (overworked) {
            throw errand.tooLong();
        }
        return fault;
    }

    /** Where our own classes come from: a jar, folders, or what Maven's runner loads. */
    private static String classPath() throws IOException {
        if (!(Runner.class.getClassLoader() instanceof URLClassLoader loader)) {
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
