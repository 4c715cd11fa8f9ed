package io.guatu.message;

import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Project;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Percent;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a message sentence by sentence; one that names no project is about that of the sentence before. */
public final class MessageReading {
    /** So many candidates are of use. */
    private static final int SHOWN = 5;

    private static final Pattern SENTENCES = Pattern.compile("[\\r\\n；;。]+");
    private static final Pattern CLAUSE = Pattern.compile("[，,、：: ]");
    private static final Pattern WILL = Pattern.compile("预计|计划|力争|争取|确保|拟|将|目标|可|前(?:完成|竣工|通车|建成|完工)?$");

    private MessageReading() {}

    /**
     * @param projects those of which the reader may report
     * @param today beside which days without a year are read
     */
    public static List<Draft> of(String message, Collection<Project> projects, LocalDate today) {
        List<Draft> drafts = new ArrayList<>();
        Naming<Project> before = new Naming<>(null, List.of());
        for (String part : SENTENCES.split(message)) {
            String sentence = part.strip();
            if (sentence.isEmpty()) {
                continue;
            }
            Naming<Project> named = Naming.in(
                    sentence,
                    projects,
                    project -> Stream.concat(
                            Stream.of(project.profile().name().zh()), project.description().aliases().stream()));
            Naming<Project> meant = named.possible().isEmpty() ? before : named;
            before = meant;
            // Shown as it was written, read with half-width signs.
            Draft draft = draft(sentence, Normalizer.normalize(sentence, Normalizer.Form.NFKC), meant, today);
            boolean says = draft.percent() != null
                    || draft.forecast() != null
                    || !draft.unread().isEmpty() && !meant.possible().isEmpty();
            if (says || !named.possible().isEmpty()) {
                drafts.add(draft);
            }
        }
        return drafts;
    }

    private static Draft draft(String written, String sentence, Naming<Project> meant, LocalDate today) {
        List<String> unread = new ArrayList<>();
        Percent percent = Share.of(sentence, unread);
        LocalDate forecast = null;
        LocalDate asOf = null;
        for (Day day : Day.in(sentence, today)) {
            String clause = clause(sentence, day);
            if (forecast == null && WILL.matcher(clause).find()) {
                forecast = day.coming(today);
            } else if (asOf == null && !day.gone(today).isAfter(today)) {
                asOf = day.gone(today);
            } else {
                unread.add(day.written());
            }
        }
        unread.addAll(Day.vague(sentence));
        if (Percent.FULL.equals(percent) && forecast != null) {
            unread.add(forecast.toString());
            forecast = null; // what is finished is not expected
        }
        Naming<Milestone> milestone =
                meant.meant() == null ? new Naming<>(null, List.of()) : milestone(sentence, meant.meant());
        return new Draft(
                written,
                meant.meant() == null ? null : meant.meant().id(),
                meant.possible().stream().limit(SHOWN).map(Project::id).toList(),
                milestone.meant() == null ? null : id(milestone.meant()),
                milestone.possible().stream()
                        .limit(SHOWN)
                        .map(MessageReading::id)
                        .toList(),
                percent,
                forecast,
                asOf,
                unread);
    }

    private static Naming<Milestone> milestone(String sentence, Project project) {
        List<Milestone> open = project.plan().milestones().values().stream()
                .filter(milestone -> !milestone.finished())
                .toList();
        return Naming.in(
                sentence,
                open,
                milestone -> Stream.of(milestone.baseline().name().zh()));
    }

    private static MilestoneId id(Milestone milestone) {
        return milestone.baseline().milestone();
    }

    /** The words around a day, up to the next sign. */
    private static String clause(String sentence, Day day) {
        String left = sentence.substring(0, day.from());
        Matcher sign = CLAUSE.matcher(left);
        int from = 0;
        while (sign.find()) {
            from = sign.end();
        }
        Matcher end = CLAUSE.matcher(sentence);
        int to = end.find(day.to()) ? end.start() : sentence.length();
        return sentence.substring(from, to);
    }
}
