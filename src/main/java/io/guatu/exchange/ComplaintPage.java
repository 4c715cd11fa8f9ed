package io.guatu.exchange;

import io.guatu.domain.BoardUpdate.OperatorNamed;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** 投诉建议: who runs the board and how they are reached, and where they take it, a form; as a page without a script. */
public final class ComplaintPage {
    private final UnaryOperator<String> text;
    private final boolean english;

    /** @param text the text of a key, in the page's language */
    public ComplaintPage(UnaryOperator<String> text, boolean english) {
        this.text = text;
        this.english = english;
    }

    /** What stands at the foot of a page; who runs it only where somebody said so. */
    static String foot(OperatorNamed operator, UnaryOperator<String> text, boolean english) {
        String runs = operator == null
                ? ""
                : Markup.text(text.apply("operator.runs").replace("{name}", name(operator)))
                        + (operator.phone() == null
                                ? ""
                                : " <span class=\"phone\">" + Markup.text(operator.phone()) + "</span>")
                        + " · ";
        return "<footer class=\"quiet\">%s<a href=\"/complaints%s\" target=\"_top\">%s</a></footer>"
                .formatted(runs, english ? "?lang=en" : "", Markup.text(text.apply("complaint.title")));
    }

    private static String name(OperatorNamed operator) {
        return operator.department() == null
                ? operator.organisation()
                : operator.organisation() + " " + operator.department();
    }

    /**
     * @param operator null: nobody said
     * @param id of what would be sent: the same form sent twice is one
     * @param words that were not taken, and stay in the form; may be empty
     * @param fault a sentence on what was sent before, or null
     */
    public String form(OperatorNamed operator, String id, String words, String fault) {
        StringBuilder body = new StringBuilder(
                "<main class=\"public\"><h1>%s</h1>%s".formatted(word("complaint.title"), reached(operator)));
        if (fault != null) {
            body.append("<p class=\"fault\" role=\"alert\">%s</p>".formatted(Markup.text(fault)));
        }
        if (operator != null && operator.online()) {
            body.append("""
                    <form method="post" action="/complaints%s"><input type="hidden" name="id" value="%s">\
                    <label>%s<textarea name="words" rows="8" maxlength="1000" required>
                    %s</textarea></label>\
                    <label>%s<input name="contact" maxlength="80" autocomplete="off"></label>\
                    <p class="quiet">%s</p><button>%s</button></form>""".formatted(
                            language(),
                            Markup.text(id),
                            word("complaint.words"),
                            Markup.text(words),
                            word("complaint.contact"),
                            word("complaint.kept"),
                            word("complaint.send")));
        } else {
            body.append("<p>%s</p>".formatted(word("complaint.closed")));
        }
        return page(body.append("</main>").toString());
    }

    /** What its sender sees of it: not what was written. @param answer null: not yet */
    public String answer(OperatorNamed operator, LocalDate made, String answer, LocalDate answered, boolean closed) {
        String said = answer == null
                ? ""
                : "<h2>%s</h2><p class=\"words\">%s</p>"
                        .formatted(
                                Markup.text(text.apply("complaint.answered").replace("{date}", answered.toString())),
                                Markup.text(answer));
        return page("<main class=\"public\"><h1>%s</h1><p>%s</p>%s<p class=\"quiet\">%s</p>%s</main>"
                .formatted(
                        word("complaint.title"),
                        Markup.text(text.apply(closed ? "complaint.done" : "complaint.received")
                                .replace("{date}", made.toString())),
                        said,
                        word("complaint.here"),
                        reached(operator)));
    }

    private String reached(OperatorNamed operator) {
        if (operator == null) {
            return "<p>%s</p>".formatted(word("operator.unknown"));
        }
        StringBuilder list = new StringBuilder("<dl class=\"operator\">");
        line(list, "operator.organisation", name(operator));
        line(list, "operator.phone", operator.phone());
        line(list, "operator.post", operator.post());
        line(list, "operator.mailbox", operator.mailbox());
        return list.append("</dl>").toString();
    }

    private void line(StringBuilder list, String key, String said) {
        if (said != null) {
            list.append("<dt>%s</dt><dd>%s</dd>".formatted(word(key), Markup.text(said)));
        }
    }

    private String page(String body) {
        return PublicPage.page(text.apply("complaint.title"), body, english);
    }

    private String language() {
        return english ? "?lang=en" : "";
    }

    private String word(String key) {
        return Markup.text(text.apply(key));
    }
}
