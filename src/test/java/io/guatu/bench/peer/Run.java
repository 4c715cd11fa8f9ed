package io.guatu.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A program that the bench started, and ends with it, however it ends. What it says goes to a file. Linux tells what it takes. */
public final class Run implements AutoCloseable {
    /** The kernel counts in hundredths of a second, whatever its own ticks are. */
    private static final long NANOS_A_TICK = 10_000_000;

    private static final int USER_TIME = 11;
    private static final int SECONDS_TO_END = 30;

    private final Process process;
    private final Path said;
    private final Thread atLast;

    private Run(Process process, Path said) {
        this.process = process;
        this.said = said;
        this.atLast = new Thread(() -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        });
        Runtime.getRuntime().addShutdownHook(atLast);
    }

    public static Run start(List<String> command, Map<String, String> environment, Path folder, Path said)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        return new Run(builder.start(), said);
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** What it said so far. */
    public String said() throws IOException {
        return Files.readString(said);
    }

    /** Processor time of it and of those that it started and that live, in user and system, in nanoseconds. */
    public long cpuNanos() {
        return family().map(Run::cpuNanos).sum();
    }

    private LongStream family() {
        return LongStream.concat(
                LongStream.of(process.pid()), process.descendants().mapToLong(ProcessHandle::pid));
    }

    /** The same of the threads in which a JVM compiles itself: it does for minutes, and less and less. None: 0. */
    public long compilerNanos() {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid() + "/task"))) {
            return threads.filter(Run::compiles).mapToLong(Run::cpuNanos).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean compiles(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).matches("C[12] Compiler.*\\s*");
        } catch (IOException ended) {
            return false;
        }
    }

    private static long cpuNanos(long pid) {
        return cpuNanos(Path.of("/proc/" + pid));
    }

    private static long cpuNanos(Path of) {
        try {
            String stat = Files.readString(of.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) * NANOS_A_TICK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Memory of it and of those that it started: shared pages are each one's part of them. In KiB. */
    public long kibibytes() {
        return family().map(Run::kibibytes).sum();
    }

    /** The same of one process, whoever started it. */
    static long kibibytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, and waits. */
    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (Thread.currentThread() != atLast) {
            try {
                Runtime.getRuntime().removeShutdownHook(atLast);
            } catch (IllegalStateException ending) {
                // it runs already
            }
        }
    }
}
