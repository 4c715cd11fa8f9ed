package io.guatu.message;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which of several things a text names: by a name of it, by a part that only it has, or by enough of one, as people shorten
 * names.
 *
 * @param meant the one that is clearly meant; null: none is, or several may be
 * @param possible all that may be meant, the likeliest first
 */
record Naming<T>(T meant, List<T> possible) {
    /** So much of a name's neighbouring signs must stand in the text: 何畈下穿 has two fifths of 何畈铁路下穿. */
    private static final double ENOUGH = 0.3;

    /** One that has less than this of another's is clearly behind it. */
    private static final double NEAR = 0.8;

    /** A whole name is more than any part of one, and a longer one more than a shorter. */
    private static final int WHOLE = 10;

    /** @param names all names of one */
    static <T> Naming<T> in(String text, Collection<T> all, Function<T, Stream<String>> names) {
        return in(text, all, names, Naming::plain);
    }

    /** By how names sound: none of them is clearly meant. */
    static <T> Naming<T> heard(String text, Collection<T> all, Function<T, Stream<String>> names) {
        return new Naming<>(null, in(text, all, names, each -> Sound.of(plain(each))).possible);
    }

    private static <T> Naming<T> in(
            String text, Collection<T> all, Function<T, Stream<String>> names, UnaryOperator<String> compared) {
        String plain = compared.apply(text);
        Set<Integer> pairs = pairs(plain);
        Map<T, List<String>> called = new LinkedHashMap<>();
        all.forEach(each -> called.put(each, names.apply(each).map(compared).toList()));
        Map<String, Integer> parts = parts(plain, called.values());
        List<Scored<T>> scored = called.entrySet().stream()
                .map(each -> new Scored<>(
                        each.getKey(),
                        each.getValue().stream()
                                .mapToDouble(name -> score(name, plain, pairs) + (own(name, parts) ? 1 : 0))
                                .max()
                                .orElse(0)))
                .filter(each -> each.score >= ENOUGH)
                .sorted((one, other) -> Double.compare(other.score, one.score))
                .toList();
        boolean clear = scored.size() == 1
                || scored.size() > 1 && scored.get(1).score < scored.get(0).score * NEAR
                || scored.size() > 1 && scored.get(0).score >= WHOLE && scored.get(1).score < scored.get(0).score;
        if (clear && scored.size() > 1 && scored.get(1).score >= WHOLE) {
            // 路基、沥青面层: both are named. 何畈 in 何畈铁路下穿 is not.
            clear = whole(called.get(scored.get(1).thing), plain)
                    .allMatch(name ->
                            whole(called.get(scored.get(0).thing), plain).anyMatch(longer -> longer.contains(name)));
        }
        return new Naming<>(
                clear ? scored.get(0).thing : null,
                scored.stream().map(each -> each.thing).toList());
    }

    /** Of several none is clearly meant. */
    Naming<T> unsure() {
        return possible.size() > 1 ? new Naming<>(null, possible) : this;
    }

    private static Stream<String> whole(List<String> names, String text) {
        return names.stream().filter(name -> !name.isEmpty() && text.contains(name));
    }

    private record Scored<T>(T thing, double score) {}

    /**
     * The parts of names by which people call things for short, 金山村 or 旭日, so far as they stand in the text: three signs
     * from anywhere, or the first two. Each with how many things have it in a name.
     */
    private static Map<String, Integer> parts(String text, Collection<List<String>> names) {
        Map<String, Integer> parts = new HashMap<>();
        for (List<String> own : names) {
            own.stream()
                    .flatMap(Naming::parts)
                    .filter(text::contains)
                    .distinct()
                    .forEach(part -> parts.put(part, 0));
        }
        parts.replaceAll((part, none) -> (int) names.stream()
                .filter(own -> own.stream().anyMatch(name -> name.contains(part)))
                .count());
        return parts;
    }

    private static Stream<String> parts(String name) {
        Stream<String> threes =
                IntStream.range(0, Math.max(0, name.length() - 2)).mapToObj(i -> name.substring(i, i + 3));
        return Stream.concat(threes, Stream.of(name.substring(0, Math.min(2, name.length()))))
                .filter(part -> part.length() > 1 && part.chars().allMatch(Character::isIdeographic));
    }

    /** Whether the text has a part of the name that nothing else has. */
    private static boolean own(String name, Map<String, Integer> parts) {
        return parts(name).anyMatch(part -> parts.getOrDefault(part, 0) == 1);
    }

    private static double score(String name, String text, Set<Integer> pairs) {
        if (name.isEmpty()) {
            return 0;
        }
        if (text.contains(name)) {
            return WHOLE + name.length();
        }
        Set<Integer> own = pairs(name);
        return own.isEmpty() ? 0 : (double) own.stream().filter(pairs::contains).count() / own.size();
    }

    private static Set<Integer> pairs(String text) {
        Set<Integer> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.charAt(i) << 16 | text.charAt(i + 1));
        }
        return pairs;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{N}]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
