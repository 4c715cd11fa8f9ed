package io.guatu.fuzz;

import java.util.List;
import java.util.Random;

/** Texts that have broken programs: each stands for a way in which one reader takes for a command, a number or an end what another took for text. */
final class WildText {
    /** It must come back as text wherever a page shows it. */
    static final String SCRIPT = "<script>alert(挂图)</script>";

    /** Half of a character outside the first plane, which no UTF-8 can hold: written as JSON's own escape. */
    static final String HALF = "⟨half⟩";

    private static final List<String> ALL = List.of(
            // nothing, and what looks like nothing
            "",
            " ",
            "\t",
            "\u00a0",
            "\u200b",
            "\u2060",
            "\u3000",
            "\ufeff",
            "null",
            "undefined",
            "None",
            "nil",
            "false",
            "[object Object]",
            // ends before the end, and other lines
            "甲\u0000乙",
            "甲\r\nSet-Cookie: a=b",
            "甲\u2028乙\u2029丙",
            "甲\u0085乙",
            "\u0007\u001b[2J",
            "\\",
            "\\u0000",
            "%00",
            "%",
            "%2e%2e%2f",
            // numbers and days that are none
            "-0",
            "0x1F",
            "1e400",
            "-1e-400",
            "NaN",
            "-Infinity",
            "１２",
            "٣",
            "②",
            "9223372036854775808",
            "1,000",
            "2026-02-30",
            "+12026-01-01",
            "-0001-01-01",
            "2026-W01",
            "24:00",
            "二〇二六年",
            // directions, marks and letters in several spellings
            "\u202e挂图",
            "\u2066甲\u2069",
            "e\u0301",
            "é",
            "ﷺ",
            "Ω",
            "ǅ",
            "ß",
            "İi",
            "𠮷野",
            "👩‍👩‍👧‍👦",
            "🏳️‍🌈",
            "a" + "\u0300".repeat(200),
            HALF,
            // for who reads it next: a page, a shell, a database, a workbook, a template, a log
            SCRIPT,
            "\"><img src=x onerror=alert(1)>",
            "javascript:alert(1)",
            "]]>",
            "<!--",
            "&lt;b&gt;&#x0;",
            "'; DROP TABLE entry; --",
            "' OR ''='",
            "$(reboot)",
            "`reboot`",
            "| cat /etc/passwd",
            "../../../../etc/passwd",
            "..\\..\\boot.ini",
            "file:///etc/passwd",
            "CON",
            "=HYPERLINK(\"http://x\")",
            "@SUM(1)",
            "+1+1",
            "-1+1",
            "${jndi:ldap://x/a}",
            "{{7*7}}",
            "#{7*7}",
            "<%= 7 %>",
            "%n%s%x",
            "{\"kind\":\"still-true\"}",
            "a: &a [*a]",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");

    private WildText() {}

    static String of(Random random) {
        int which = random.nextInt(ALL.size() + 3);
        return which < ALL.size()
                ? ALL.get(which)
                : which == ALL.size()
                        ? "长".repeat(70_000)
                        : which == ALL.size() + 1 ? "x".repeat(9_000) : chars(random);
    }

    /** Whatever characters. */
    private static String chars(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i >= 0; i--) {
            int point = random.nextInt(random.nextBoolean() ? 0x250 : Character.MAX_CODE_POINT + 1);
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                text.appendCodePoint(point);
            }
        }
        return text.toString();
    }
}
