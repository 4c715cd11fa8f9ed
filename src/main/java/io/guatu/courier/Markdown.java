package io.guatu.courier;

import io.guatu.tidings.Letter;
import java.nio.charset.StandardCharsets;

/** A letter in the little Markdown that group robots show. */
final class Markdown {
    private static final String SIGNS = "<>[]()*`#@\\|~_";
    private static final String WIDE = "＜＞［］（）＊｀＃＠＼｜～＿";

    private Markdown() {}

    static String of(Letter letter) {
        StringBuilder text =
                new StringBuilder("**").append(plain(letter.title())).append("**\n");
        for (Letter.Line line : letter.lines()) {
            text.append("\n> ").append(plain(line.text()));
            link(text, line.see(), line.link());
            text.append('\n');
        }
        if (letter.moreText() != null) {
            text.append("\n> ").append(plain(letter.moreText()));
            link(
                    text,
                    letter.lines().isEmpty()
                            ? letter.desk()
                            : letter.lines().get(0).see(),
                    letter.desk());
            text.append('\n');
        }
        return text.toString();
    }

    private static void link(StringBuilder text, String see, String address) {
        if (address != null) {
            text.append(" [").append(see).append("](").append(address).append(')');
        }
    }

    /** What a project is called calls nobody and makes no link: signs stand as their wide sisters. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (char sign : text.toCharArray()) {
            int place = SIGNS.indexOf(sign);
            plain.append(place >= 0 ? WIDE.charAt(place) : sign < ' ' ? ' ' : sign);
        }
        return plain.toString();
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
