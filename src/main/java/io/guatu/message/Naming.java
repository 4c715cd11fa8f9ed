package io.guatu.message;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which of several things a text names: by a name of it, or by a part of one, as people shorten names.
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
        String plain = plain(text);
        Set<Integer> pairs = pairs(plain);
        List<Scored<T>> scored = all.stream()
                .map(each -> new Scored<>(
                        each,
                        names.apply(each)
                                .mapToDouble(name -> score(plain(name), plain, pairs))
                                .max()
                                .orElse(0)))
                .filter(each -> each.score >= ENOUGH)
                .sorted((one, other) -> Double.compare(other.score, one.score))
                .toList();
        boolean clear = scored.size() == 1
                || scored.size() > 1 && scored.get(1).score < scored.get(0).score * NEAR
                || scored.size() > 1 && scored.get(0).score >= WHOLE && scored.get(1).score < scored.get(0).score;
        return new Naming<>(
                clear ? scored.get(0).thing : null,
                scored.stream().map(each -> each.thing).toList());
    }

    private record Scored<T>(T thing, double score) {}

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
