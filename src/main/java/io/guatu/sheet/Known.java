package io.guatu.sheet;

import io.guatu.domain.ProjectId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The board's projects as a list may call them: by name, by another name, by code. */
final class Known {
    /** From here on two names are so near that a person is asked: the share of neighbouring signs that both have (Dice). */
    private static final double NEAR = 0.6;

    private static final int SHORTEST_PART = 4;
    private static final int SHOWN = 3;

    private final Map<String, KnownProject> byName = new HashMap<>();
    private final Map<String, KnownProject> byCode = new HashMap<>();
    private final Map<ProjectId, KnownProject> byId = new HashMap<>();
    private final List<Called> called = new ArrayList<>();

    private record Called(String name, Set<Integer> pairs, KnownProject project) {}

    Known(Collection<KnownProject> projects) {
        for (KnownProject project : projects) {
            byId.put(project.id(), project);
            if (project.description().code() != null) {
                byCode.put(plain(project.description().code()), project);
            }
            add(project.name(), project);
            project.description().aliases().forEach(alias -> add(alias, project));
        }
    }

    private void add(String name, KnownProject project) {
        String plain = plain(name);
        byName.putIfAbsent(plain, project);
        called.add(new Called(plain, pairs(plain), project));
    }

    Optional<KnownProject> named(String name) {
        return Optional.ofNullable(byName.get(plain(name)));
    }

    Optional<KnownProject> coded(String code) {
        return Optional.ofNullable(byCode.get(plain(code)));
    }

    Optional<KnownProject> find(ProjectId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Set<ProjectId> ids() {
        return byId.keySet();
    }

    /** Projects that may be meant by a name that none of them has, the nearest first. */
    List<KnownProject> near(String name) {
        String plain = plain(name);
        Set<Integer> pairs = pairs(plain);
        Map<ProjectId, Double> nearness = new HashMap<>();
        for (Called each : called) {
            double near = nearness(plain, pairs, each);
            if (near >= NEAR) {
                nearness.merge(each.project().id(), near, Math::max);
            }
        }
        return nearness.entrySet().stream()
                .sorted(Map.Entry.<ProjectId, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(each -> each.getKey().value()))
                .limit(SHOWN)
                .map(each -> byId.get(each.getKey()))
                .toList();
    }

    private static double nearness(String plain, Set<Integer> pairs, Called other) {
        String shorter = plain.length() < other.name().length() ? plain : other.name();
        String longer = shorter.equals(plain) ? other.name() : plain;
        if (shorter.length() >= SHORTEST_PART && longer.contains(shorter)) {
            return 1;
        }
        Set<Integer> fewer = pairs.size() < other.pairs().size() ? pairs : other.pairs();
        Set<Integer> more = fewer == pairs ? other.pairs() : pairs;
        long both = fewer.stream().filter(more::contains).count();
        return fewer.isEmpty() ? 0 : 2.0 * both / (fewer.size() + more.size());
    }

    private static Set<Integer> pairs(String text) {
        Set<Integer> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.charAt(i) << 16 | text.charAt(i + 1));
        }
        return pairs;
    }

    /** As names are compared: letters and digits alone, whatever their width. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{N}]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
