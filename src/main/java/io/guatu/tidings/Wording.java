package io.guatu.tidings;

import io.guatu.board.Board;
import io.guatu.board.Card;
import io.guatu.board.MilestoneView;
import io.guatu.board.lamp.Lamp;
import io.guatu.domain.Factor;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.text.Words;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Facts as a town official would write them: which project, what, how long; and a link that opens exactly that. */
public final class Wording {
    /** What is said of several things, of each in its own words. */
    private static final Set<What> MANY = EnumSet.of(What.RETURNED, What.OVERDUE, What.OVERDUE_TOMORROW);

    private final Words words;
    private final Board board;
    private final String address;

    /** The board's address is null while nobody named it: then there are no links. */
    public Wording(Words words, Board board) {
        this.words = words;
        this.board = board;
        this.address = board.projects().settings().address();
    }

    /** @param facts one at least */
    public Letter letter(List<Tiding> facts) {
        List<Letter.Line> lines = facts.stream()
                .sorted(Comparator.comparing(Tiding::what))
                .map(this::line)
                .toList();
        Tiding only = facts.get(0);
        String title = only.what() == What.TEST
                ? text("told.title.test")
                : text("told.title", "n", Integer.toString(facts.size()));
        return new Letter(title, lines, 0, null, place("/desk/today"));
    }

    /** What stands for so many facts that a message has no room for. */
    public String counted(int more) {
        return text("told.more", "n", Integer.toString(more));
    }

    /** Where who gets this may choose what they get: at the foot of a person's mail. */
    public String why() {
        String place = place("/desk/account");
        return text("told.mail.why") + (place == null ? "" : "\n" + place);
    }

    private Letter.Line line(Tiding tiding) {
        return new Letter.Line(sentence(tiding), link(tiding), text("told.see"));
    }

    /** The fact in one sentence. Of a project that left the board, only which kind of fact it was. */
    public String sentence(Tiding tiding) {
        if (tiding.what() == What.TEST) {
            return text("told.test");
        }
        Card card = board.cards().get(tiding.project());
        if (card == null) {
            return tiding.project() + ": " + text("tiding." + word(tiding.what()));
        }
        Map<String, String> said = new HashMap<>();
        said.put("project", named(card.name()));
        said.put("milestone", milestone(card, tiding.milestone()));
        said.put("factor", factor(tiding.factor()));
        if (tiding.date() != null) {
            said.put("date", date(tiding.date()));
            said.put("days", Long.toString(ChronoUnit.DAYS.between(tiding.date(), board.day())));
        }
        if (tiding.to() != null) {
            said.put("from", lamp(tiding.from()));
            said.put("to", lamp(tiding.to()));
            said.put("reason", tiding.reason() == null ? "" : reason(card, tiding.reason()));
        }
        String what = word(tiding.what());
        return words.of("told." + what + (MANY.contains(tiding.what()) ? "." + word(tiding.about()) : ""), said);
    }

    /** The lamp's reason as it is now: it may have waited for the morning. */
    private String reason(Card card, Lamp.Reason known) {
        Lamp.Reason reason = card.lamp().reasons().stream()
                .filter(each -> each.code() == known.code())
                .findFirst()
                .orElse(known);
        Map<String, String> said = new HashMap<>();
        said.put("days", reason.days() == null ? "" : reason.days().toString());
        said.put("points", reason.points() == null ? "" : reason.points().toPlainString());
        said.put("date", reason.date() == null ? "" : date(reason.date()));
        said.put("factor", factor(reason.factor()));
        said.put("milestone", milestone(card, reason.milestone()));
        return words.of("reason." + word(reason.code()), said);
    }

    private String link(Tiding tiding) {
        if (tiding.what() == What.TEST) {
            return place("/desk/today");
        }
        String project = "/desk/projects/" + tiding.project();
        if (tiding.ref() != null) {
            return place(project + "/entries/" + tiding.ref());
        }
        return place(tiding.milestone() == null ? project : project + "/milestones/" + tiding.milestone());
    }

    private String place(String path) {
        return address == null ? null : address + path + (words.english() ? "?lang=en" : "");
    }

    private String milestone(Card card, MilestoneId id) {
        return card.milestones().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(MilestoneView::name)
                .map(this::named)
                .orElse("");
    }

    private String named(Name name) {
        return words.english() && name.en() != null ? name.en() : name.zh();
    }

    private String factor(Factor factor) {
        return factor == null ? "" : text("factor." + word(factor));
    }

    private String lamp(Lamp.Colour colour) {
        String lamp = text("lamp." + word(colour));
        return words.english() ? lamp.toLowerCase(Locale.ENGLISH) : lamp;
    }

    private String date(LocalDate day) {
        String month = words.english()
                ? day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                : Integer.toString(day.getMonthValue());
        return words.of("told.date", Map.of("month", month, "day", Integer.toString(day.getDayOfMonth())));
    }

    private String text(String key) {
        return words.of(key, Map.of());
    }

    private String text(String key, String name, String value) {
        return words.of(key, Map.of(name, value));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
