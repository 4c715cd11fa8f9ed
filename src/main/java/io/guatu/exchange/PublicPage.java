package io.guatu.exchange;

import io.guatu.domain.BoardUpdate.OperatorNamed;
import io.guatu.domain.Name;
import io.guatu.ledger.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** What is public, as pages without a script: the list of projects with their map, and one project, small enough for a frame. */
public final class PublicPage {
    private final UnaryOperator<String> text;
    private final boolean english;
    private final OperatorNamed operator;

    /**
     * @param text the text of a key, in the page's language
     * @param operator who runs the board; null: nobody said
     */
    public PublicPage(UnaryOperator<String> text, boolean english, OperatorNamed operator) {
        this.text = text;
        this.english = english;
        this.operator = operator;
    }

    static String name(Name name, boolean english) {
        return name == null ? "" : english && name.en() != null ? name.en() : name.zh();
    }

    public String list(PublicBoard board) {
        StringBuilder rows = new StringBuilder();
        int number = 0;
        for (PublicBoard.Item item : board.projects()) {
            rows.append("<li><span class=\"number\">%d</span><h2><a href=\"/public/%s%s\">%s</a></h2>%s</li>"
                    .formatted(
                            ++number,
                            item.id().value(),
                            english ? "?lang=en" : "",
                            said(name(item.name(), english)),
                            figures(item)));
        }
        String title = name(board.name(), english);
        return page(
                title,
                "<main class=\"public\"><header><h1>%s</h1>%s<p class=\"quiet\">%s</p></header>%s<ol>%s</ol>%s%s</main>"
                        .formatted(
                                said(title),
                                demo(board),
                                said(text.apply("public.asOf")
                                        .replace("{date}", board.day().toString())),
                                PublicMap.of(board),
                                rows,
                                board.projects().isEmpty() ? "<p>" + said(text.apply("public.none")) + "</p>" : "",
                                ComplaintPage.foot(operator, text, english)));
    }

    public String card(PublicBoard board, PublicBoard.Item item) {
        StringBuilder steps = new StringBuilder();
        if (item.milestones() != null && !item.milestones().isEmpty()) {
            steps.append("<table><thead><tr><th>%s</th><th>%s</th><th>%s</th></tr></thead><tbody>"
                    .formatted(word("public.step"), word("public.planned"), word("public.state")));
            item.milestones()
                    .forEach(step -> steps.append("<tr><td>%s</td><td>%s</td><td>%s</td></tr>"
                            .formatted(said(name(step.name(), english)), day(step.finish()), state(step))));
            steps.append("</tbody></table>");
        }
        return page(
                name(item.name(), english),
                "<main class=\"public card\"><h1>%s</h1>%s%s%s%s<footer class=\"quiet\"><a href=\"/public%s\" target=\"_top\">%s</a> · %s</footer></main>"
                        .formatted(
                                said(name(item.name(), english)),
                                demo(board),
                                figures(item),
                                money(item),
                                steps,
                                english ? "?lang=en" : "",
                                said(name(board.name(), english)),
                                said(text.apply("public.asOf")
                                        .replace("{date}", board.day().toString()))));
    }

    private String figures(PublicBoard.Item item) {
        StringBuilder line = new StringBuilder("<p class=\"figures\">");
        if (item.lamp() != null) {
            String colour = Json.kebab(item.lamp());
            line.append(
                    "<span class=\"%s\"><svg class=\"lamp\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">%s</svg>%s</span>"
                            .formatted(colour, PublicLamp.shape(item.lamp()), word("lamp." + colour)));
        }
        if (item.stage() != null) {
            line.append("<span>%s</span>".formatted(word("stage." + Json.kebab(item.stage()))));
        }
        if (item.verified() != null) {
            line.append("<span>%s</span>"
                    .formatted(said(text.apply("public.progress")
                            .replace("{verified}", plain(item.verified()))
                            .replace("{asOf}", day(item.asOf()))
                            .replace("{time}", item.time() == null ? "—" : plain(item.time())))));
        }
        line.append("</p>");
        if (item.verified() != null) {
            line.append(
                    "<svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"all\" width=\"100\" height=\"4\"/><rect class=\"done\" width=\"%s\" height=\"4\"/></svg>"
                            .formatted(item.verified().toPlainString()));
        }
        return line.toString();
    }

    private String money(PublicBoard.Item item) {
        PublicBoard.Sums sums = item.investment();
        if (sums == null) {
            return "";
        }
        StringBuilder line = new StringBuilder("<p class=\"figures\">");
        if (sums.total() != null) {
            line.append("<span>%s</span>"
                    .formatted(said(text.apply("public.total")
                            .replace("{n}", plain(sums.total().value())))));
        }
        if (sums.completed() != null) {
            line.append("<span>%s</span>"
                    .formatted(said(text.apply("public.completed")
                            .replace("{year}", Integer.toString(sums.year()))
                            .replace("{n}", plain(sums.completed().value())))));
        }
        return line.append("</p>").toString();
    }

    private String state(PublicBoard.Step step) {
        if (step.actual() != null) {
            return said(
                    text.apply("public.done").replace("{date}", step.actual().toString()));
        }
        String percent = step.percent() == null ? "0%" : plain(step.percent().value()) + "%";
        return step.forecast() == null || step.forecast().equals(step.finish())
                ? percent
                : percent + " "
                        + said(text.apply("public.expected")
                                .replace("{date}", step.forecast().toString()));
    }

    private String demo(PublicBoard board) {
        return board.demo() ? "<p class=\"demo\">%s</p>".formatted(word("demo")) : "";
    }

    private String page(String title, String body) {
        return page(title, body, english);
    }

    static String page(String title, String body, boolean english) {
        return "<!doctype html><html lang=\"%s\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>%s</title><link rel=\"icon\" href=\"/style/icon.svg\"><link rel=\"stylesheet\" href=\"/style/tokens.css\"><link rel=\"stylesheet\" href=\"/style/public.css\"></head><body>%s</body></html>"
                .formatted(english ? "en" : "zh-CN", said(title), body);
    }

    private String word(String key) {
        return said(text.apply(key));
    }

    private static String day(LocalDate day) {
        return day == null ? "—" : day.toString();
    }

    private static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
    }

    private static String said(String words) {
        return Markup.text(words);
    }
}
