package io.guatu.message;

import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Project;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Percent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a message sentence by sentence; one that names no project is about that of the sentence before. */
public final class MessageReading {
    /** So many candidates are of use. */
    private static final int SHOWN = 5;

    private static final Pattern SENTENCES = Pattern.compile("[\\r\\n；;。]+");

    private MessageReading() {}

    /**
     * @param projects those of which the reader may report
     * @param today beside which days without a year are read
     */
    public static List<Draft> of(String message, Collection<Project> projects, LocalDate today) {
        List<Draft> drafts = new ArrayList<>();
        Naming<Project> before = new Naming<>(null, List.of());
        for (String sentence : sentences(message, projects)) {
            Naming<Project> named = project(sentence, projects);
            Naming<Project> meant = named.possible().isEmpty() ? unnamed(sentence, before, projects) : named;
            before = meant;
            // Shown as it was written, read with half-width signs.
            Draft draft = draft(sentence, Numeral.plain(sentence), meant, today);
            boolean says = draft.percent() != null
                    || draft.forecast() != null
                    || !draft.unread().isEmpty() && !meant.possible().isEmpty();
            if (says || !named.possible().isEmpty()) {
                drafts.add(draft);
            }
        }
        return drafts;
    }

    /** Of the project of the sentence before, unless it is none of its milestones and sounds like another (河畈下穿): then nobody's. */
    private static Naming<Project> unnamed(String sentence, Naming<Project> before, Collection<Project> projects) {
        Project same = before.meant();
        if (same != null && milestone(sentence, same).meant() != null) {
            return before;
        }
        Naming<Project> heard = Naming.heard(sentence, projects, MessageReading::names);
        return heard.possible().isEmpty() || heard.possible().contains(same) ? before : heard;
    }

    private static List<String> sentences(String message, Collection<Project> projects) {
        List<String> sentences = new ArrayList<>();
        Project before = null;
        for (String sentence : SENTENCES.split(message)) {
            Project about = before;
            for (String part : Parts.of(sentence.strip(), (said, next) -> another(said, next, about, projects))) {
                if (!part.isBlank()) {
                    sentences.add(part.strip().replaceFirst("[，,、]+$", ""));
                    before = meant(part, before, projects);
                }
            }
        }
        return sentences;
    }

    /** Whether the next words are clearly about another project, or another of its milestones. */
    private static boolean another(List<String> said, String next, Project about, Collection<Project> projects) {
        Project one = about;
        for (String part : said) {
            one = meant(part, one, projects);
        }
        Project other = meant(next, one, projects);
        if (one == null || other == null || one != other) {
            return one != null && other != null;
        }
        Milestone first = milestone(said.get(said.size() - 1), one).meant();
        Milestone second = milestone(next, one).meant();
        return first != null && second != null && first != second;
    }

    private static Project meant(String words, Project before, Collection<Project> projects) {
        Naming<Project> named = project(words, projects);
        return named.possible().isEmpty() ? before : named.meant();
    }

    private static Naming<Project> project(String words, Collection<Project> projects) {
        Naming<Project> named = Naming.in(words, projects, MessageReading::names);
        return Parts.ofSeveral(words) ? named.unsure() : named;
    }

    private static Stream<String> names(Project project) {
        return Stream.concat(Stream.of(project.profile().name().zh()), project.description().aliases().stream());
    }

    private static Draft draft(String written, String sentence, Naming<Project> meant, LocalDate today) {
        List<String> unread = new ArrayList<>(Beside.in(sentence));
        Percent said = Share.of(sentence, unread);
        Ending ending = Ending.of(sentence, today, unread);
        Percent percent = said == null && ending.reached() ? Percent.FULL : said;
        LocalDate forecast = ending.forecast();
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
                ending.asOf(),
                unread);
    }

    private static Naming<Milestone> milestone(String sentence, Project project) {
        List<Milestone> open = project.plan().milestones().values().stream()
                .filter(milestone -> !milestone.finished())
                .toList();
        Naming<Milestone> named = Naming.in(
                sentence,
                open,
                milestone -> Stream.of(milestone.baseline().name().zh()));
        return Parts.ofSeveral(sentence) ? named.unsure() : named;
    }

    private static MilestoneId id(Milestone milestone) {
        return milestone.baseline().milestone();
    }
}
