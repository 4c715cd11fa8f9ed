package io.guatu.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence in as many parts as it speaks of things: 路基完成80%，面层完成20%. It is one part where nobody can say what is
 * whose: 甲、乙分别完成62%、80%.
 */
final class Parts {
    private static final Pattern CLAUSES = Pattern.compile("[^，,、]+[，,、]*");
    private static final Pattern IN_TURN = Pattern.compile("分别|依次|均|都|各");

    private Parts() {}

    /** Whether words are about another thing than what stands before them. */
    interface Other {
        /** @param before all parts up to here; what is spoken of without its name is what the last one was about */
        boolean than(List<String> before, String next);
    }

    /** Whether it says one thing of several. */
    static boolean ofSeveral(String sentence) {
        return IN_TURN.matcher(sentence).find();
    }

    static List<String> of(String sentence, Other other) {
        if (ofSeveral(sentence)) {
            return List.of(sentence);
        }
        List<String> parts = new ArrayList<>();
        String part = "";
        for (Matcher clause = CLAUSES.matcher(sentence); clause.find(); ) {
            if (Share.in(Numeral.plain(part))) {
                List<String> before = new ArrayList<>(parts);
                before.add(part);
                if (other.than(before, clause.group())) {
                    parts.add(part);
                    part = "";
                }
            }
            part += clause.group();
        }
        parts.add(part);
        return alike(parts) ? parts : List.of(sentence);
    }

    /** A day that only one of them names may be meant for all. */
    private static boolean alike(List<String> parts) {
        long dated = parts.stream()
                .filter(part -> Day.WRITTEN.matcher(Numeral.plain(part)).find())
                .count();
        return dated == 0 || dated == parts.size();
    }
}
