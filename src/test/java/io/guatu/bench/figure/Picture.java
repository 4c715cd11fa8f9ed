package io.guatu.bench.figure;

import java.util.List;
import java.util.Locale;

/** Charts one below the other as an SVG that reads on a light page and on a dark one: it brings its own paper. */
public final class Picture {
    private static final int WIDTH = 760;
    private static final int LABEL = 240;
    private static final int FIGURE = 150;
    private static final int ROW = 26;
    private static final int HEAD = 34;
    private static final int GAP = 22;

    private Picture() {}

    public static String of(String title, List<Chart> charts) {
        StringBuilder body = new StringBuilder();
        int y = 30;
        text(body, 20, y, "font-weight=\"600\" font-size=\"16\"", title);
        y += GAP;
        for (Chart chart : charts) {
            y += HEAD - 12;
            text(body, 20, y, "font-weight=\"600\"", chart.title() + ", " + chart.unit());
            y += 12;
            y = bars(body, y, chart);
            y += GAP - 8;
        }
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" "
                        + "font-family=\"system-ui, 'Noto Sans', sans-serif\" font-size=\"13\" fill=\"#1c2430\">%n"
                        + "<title>%s</title>%n<rect width=\"100%%\" height=\"100%%\" fill=\"#fbfbf9\"/>%n%s</svg>%n",
                WIDTH,
                y,
                WIDTH,
                y,
                escaped(title),
                body);
    }

    private static int bars(StringBuilder body, int from, Chart chart) {
        double most = chart.bars().stream()
                .mapToDouble(bar -> bar.spread().most())
                .max()
                .orElse(1);
        double scale = (WIDTH - LABEL - FIGURE) / (most > 0 ? most : 1);
        int y = from;
        for (Chart.Bar bar : chart.bars()) {
            Spread spread = bar.spread();
            text(body, LABEL - 10, y + 17, "text-anchor=\"end\"", bar.label());
            body.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n"
                            + "<path d=\"M%.1f %dH%.1f\" stroke=\"#1c2430\" stroke-width=\"1.5\"/>%n",
                    LABEL,
                    y + 4,
                    Math.max(1, spread.median() * scale),
                    ROW - 8,
                    bar.ours() ? "#b3261e" : "#9aa6b2",
                    LABEL + spread.least() * scale,
                    y + ROW / 2,
                    LABEL + spread.most() * scale,
                    y + ROW / 2));
            text(body, (int) (LABEL + spread.most() * scale) + 8, y + 17, "", Spread.number(spread.median()));
            y += ROW;
        }
        return y;
    }

    private static void text(StringBuilder body, int x, int y, String more, String text) {
        body.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\"%s>%s</text>%n",
                x,
                y,
                more.isEmpty() ? "" : " " + more,
                escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
