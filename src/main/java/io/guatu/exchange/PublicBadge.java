package io.guatu.exchange;

import io.guatu.ledger.Json;
import java.util.function.UnaryOperator;

/** A project in one line, as a picture for somebody else's page: its name, and of it what is public. */
public final class PublicBadge {
    private static final int HEIGHT = 24;
    private static final double SIZE = 13;
    private static final int AIR = 9;
    private static final int LAMP = 16;

    private PublicBadge() {}

    public static String of(PublicBoard.Item item, UnaryOperator<String> text, boolean english) {
        String name = PublicPage.name(item.name(), english);
        String said = item.verified() == null
                ? item.lamp() == null
                        ? item.stage() == null ? "" : text.apply("stage." + Json.kebab(item.stage()))
                        : text.apply("lamp." + Json.kebab(item.lamp()))
                : item.verified().stripTrailingZeros().toPlainString() + "%";
        double left = width(name) + 2 * AIR;
        double lamp = item.lamp() == null ? 0 : LAMP;
        double right = said.isEmpty() && lamp == 0 ? 0 : width(said) + lamp + 2 * AIR;
        String all = Markup.text(said.isEmpty() ? name : name + " " + said);
        String ink = item.lamp() == null ? "#4c5866" : PublicLamp.ink(item.lamp());
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%d\" role=\"img\" aria-label=\"%s\"><title>%s</title>"
                        .formatted(left + right, HEIGHT, all, all)
                + "<rect width=\"%.0f\" height=\"%d\" rx=\"4\" fill=\"#ffffff\"/><rect width=\"%.1f\" height=\"%d\" rx=\"4\" fill=\"#14181f\"/>"
                        .formatted(left + right, HEIGHT, left, HEIGHT)
                + "<rect x=\"0.5\" y=\"0.5\" width=\"%.0f\" height=\"%d\" rx=\"4\" fill=\"none\" stroke=\"#14181f\"/>"
                        .formatted(left + right - 1, HEIGHT - 1)
                + "<g font-family=\"Noto Sans CJK SC,PingFang SC,Microsoft YaHei,sans-serif\" font-size=\"%.0f\">"
                        .formatted(SIZE)
                + "<text x=\"%d\" y=\"16.5\" fill=\"#ffffff\">%s</text>".formatted(AIR, Markup.text(name))
                + (lamp == 0
                        ? ""
                        : "<g transform=\"translate(%.1f 6) scale(0.75)\" fill=\"%s\" color=\"%s\">%s</g>"
                                .formatted(left + AIR, ink, ink, PublicLamp.shape(item.lamp())))
                + "<text x=\"%.1f\" y=\"16.5\" fill=\"%s\" font-weight=\"700\">%s</text></g></svg>"
                        .formatted(left + AIR + lamp, ink, Markup.text(said));
    }

    /** A Chinese character is as wide as it is high, a Latin one about half. */
    private static double width(String words) {
        return words.codePoints()
                .mapToDouble(each -> each >= 0x2E80 ? SIZE : SIZE * 0.58)
                .sum();
    }
}
