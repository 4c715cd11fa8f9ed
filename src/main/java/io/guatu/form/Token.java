package io.guatu.form;

import io.guatu.form.BadExpression.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A word, number, text or sign of an expression. Signs may be full-width, as Chinese keyboards write them. A hyphen between
 * letters belongs to a word; a minus has a blank beside it.
 *
 * @param place of its first sign, from 1
 */
record Token(Sort sort, String text, int place) {
    /** Characters of an expression. */
    static final int LONGEST = 500;

    private static final Map<Character, Character> HALF = Map.ofEntries(
            Map.entry('（', '('),
            Map.entry('）', ')'),
            Map.entry('，', ','),
            Map.entry('、', ','),
            Map.entry('＋', '+'),
            Map.entry('－', '-'),
            Map.entry('×', '*'),
            Map.entry('＊', '*'),
            Map.entry('÷', '/'),
            Map.entry('／', '/'),
            Map.entry('＆', '&'),
            Map.entry('＝', '='),
            Map.entry('＜', '<'),
            Map.entry('＞', '>'),
            Map.entry('“', '"'),
            Map.entry('”', '"'),
            Map.entry('＂', '"'));

    enum Sort {
        WORD,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    boolean is(Sort other) {
        return sort == other;
    }

    boolean isWord() {
        return sort == Sort.WORD;
    }

    boolean isSign(String sign) {
        return sort == Sort.SIGN && text.equals(sign);
    }

    /** In their order; the last is the end. */
    static List<Token> all(String text) throws BadExpression {
        if (text.length() > LONGEST) {
            throw new BadExpression(Why.TOO_LONG, "", LONGEST);
        }
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char sign = half(text.charAt(at));
            if (Character.isWhitespace(sign) || Character.isSpaceChar(sign)) {
                at++;
                continue;
            }
            int end = end(text, at, sign);
            tokens.add(token(text, at, end, sign));
            at = end;
        }
        tokens.add(new Token(Sort.END, "", text.length() + 1));
        return tokens;
    }

    private static int end(String text, int at, char sign) throws BadExpression {
        int end = at + 1;
        if (sign == '"') {
            while (end < text.length() && half(text.charAt(end)) != '"') {
                end++;
            }
            if (end == text.length()) {
                throw new BadExpression(Why.UNFINISHED, text.substring(at), at + 1);
            }
            return end + 1;
        }
        if (digit(sign)) {
            while (end < text.length() && (digit(text.charAt(end)) || text.charAt(end) == '.')) {
                end++;
            }
            return end;
        }
        if (Character.isLetter(sign)) {
            while (end < text.length() && inWord(text, end)) {
                end++;
            }
            return end;
        }
        boolean two = end < text.length()
                && (sign == '<' && (half(text.charAt(end)) == '=' || half(text.charAt(end)) == '>')
                        || sign == '>' && half(text.charAt(end)) == '=');
        return two ? end + 1 : end;
    }

    private static boolean inWord(String text, int at) {
        char sign = text.charAt(at);
        return Character.isLetterOrDigit(sign)
                || sign == '-' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    private static Token token(String text, int at, int end, char sign) throws BadExpression {
        String said = text.substring(at, end);
        if (sign == '"') {
            return new Token(Sort.TEXT, said.substring(1, said.length() - 1), at + 1);
        }
        if (digit(sign)) {
            if (!said.matches("[0-9]{1,15}(\\.[0-9]{1,10})?")) {
                throw new BadExpression(Why.UNEXPECTED, said, at + 1);
            }
            return new Token(Sort.NUMBER, said, at + 1);
        }
        if (Character.isLetter(sign)) {
            return new Token(Sort.WORD, said, at + 1);
        }
        StringBuilder plain = new StringBuilder();
        said.chars().forEach(each -> plain.append(half((char) each)));
        if (!"+-*/&=<>()<=>=,".contains(plain)) {
            throw new BadExpression(Why.UNEXPECTED, said, at + 1);
        }
        return new Token(Sort.SIGN, plain.toString(), at + 1);
    }

    private static boolean digit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static char half(char sign) {
        return HALF.getOrDefault(sign, sign);
    }
}
