package io.guatu.bench;

import io.guatu.bench.figure.Chart;
import io.guatu.bench.figure.Picture;
import io.guatu.bench.figure.Rounds;
import io.guatu.bench.part.Found;
import io.guatu.bench.part.Parts;
import io.guatu.bench.peer.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code mvn verify -Pbench}: how quick the program is, as its jar is started, beside those that do a part of what it does on
 * the same machine, in turns. Writes {@code target/bench/bench.md} and {@code bench.svg}. {@code -Dbench.part=fanout,writes}
 * measures these parts only. It takes {@code -Dbench.minutes} (10): a part that would begin in the last twentieth of them is left
 * out and named, one that takes longer than its share makes fewer rounds, and when half as much again is over it ends, whatever stands still. A part that fails is named, makes the
 * bench fail, and keeps no other from being measured. Linux: what a process takes is
 * read from {@code /proc}.
 */
public final class Bench {
    private static final Duration MOST = Duration.ofMinutes(Integer.getInteger("bench.minutes", 10));

    private Bench() {}

    /** Arguments: the jar, the folder to write to, the parts by commas (none: all). */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        List<String> parts;
        try {
            parts = Parts.chosen(arguments.length > 2 ? arguments[2] : "");
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Path run = Files.createDirectories(folder.resolve("run"));
        Workshop workshop = new Workshop(Path.of(arguments[0]).toAbsolutePath(), run);
        List<Found> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        boolean failed = false;
        long first = System.nanoTime();
        Deadline deadline = Deadline.of(MOST.multipliedBy(3).dividedBy(2));
        for (String part : parts) {
            long began = System.nanoTime();
            if (began - first > MOST.toNanos() / 20 * 19) {
                missing.add("There was no time for " + part + ".");
                write(folder, found, missing);
                continue;
            }
            deadline.now(part);
            try {
                Found one =
                        Parts.of(part).measure(workshop.within(share(parts, part, MOST.toNanos() - (began - first))));
                found.add(one);
                System.out.printf(
                        Locale.ROOT, "%n%s(%s: %.0f s)%n", one.markdown(), part, (System.nanoTime() - began) / 1e9);
            } catch (Exception fault) {
                failed = true; // the other parts are worth to be known all the same
                Throwable cause = fault.getCause() == null ? fault : fault.getCause();
                missing.add("**" + part + " failed**: " + cause.getMessage());
                fault.printStackTrace();
            }
            write(folder, found, missing);
        }
        if (failed) {
            System.exit(1);
        }
    }

    /** What this part may take of what is left: what those before it did not need is everybody's. */
    private static long share(List<String> parts, String part, long left) {
        int all = parts.subList(parts.indexOf(part), parts.size()).stream()
                .mapToInt(one -> Parts.of(one).share())
                .sum();
        return left / all * Parts.of(part).share();
    }

    private static void write(Path folder, List<Found> found, List<String> missing) throws IOException {
        StringBuilder text = new StringBuilder(machine()).append('\n');
        found.forEach(one -> text.append('\n').append(one.markdown()));
        missing.forEach(what -> text.append('\n').append(what).append('\n'));
        Files.writeString(folder.resolve("bench.md"), text);
        List<Chart> charts =
                found.stream().flatMap(one -> one.charts().stream()).toList();
        Files.writeString(folder.resolve("bench.svg"), Picture.of("Guatu 挂图 · " + LocalDate.now(), charts));
    }

    /** What it ran on, and what else ran there. */
    private static String machine() throws IOException {
        return String.format(
                Locale.ROOT,
                "%s · %s, %d processors, load %s before the end · Java %s. Server and load share the processors: "
                        + "a ratio of the same run says more than a figure. Medians of the rounds (%d, fewer where a part's time was over), in brackets the least and the most.",
                LocalDate.now(),
                processor(),
                Runtime.getRuntime().availableProcessors(),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0],
                System.getProperty("java.version"),
                Rounds.MANY);
    }

    private static String processor() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
