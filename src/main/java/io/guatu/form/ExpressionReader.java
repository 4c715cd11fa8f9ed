package io.guatu.form;

import io.guatu.form.BadExpression.Why;
import io.guatu.form.Expression.Call;
import io.guatu.form.Expression.Constant;
import io.guatu.form.Expression.Of;
import io.guatu.form.Expression.Signed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one expression, sign by sign, and says at which word it stops making sense. */
final class ExpressionReader {
    private static final int DEEPEST = 40;
    private static final Set<String> COMPARING = Set.of("=", "<>", "<", "<=", ">", ">=");

    private final List<Token> tokens;
    private int at;
    private int depth;
    private boolean inAll;

    ExpressionReader(String text) throws BadExpression {
        this.tokens = Token.all(text);
    }

    Expression value() throws BadExpression {
        Token first = now();
        Expression value = whole();
        if (condition(value)) {
            throw bad(Why.NO_VALUE, first);
        }
        return value;
    }

    Expression condition() throws BadExpression {
        Token first = now();
        Expression condition = whole();
        if (!condition(condition)) {
            throw bad(Why.WRONG_SORT, first);
        }
        return condition;
    }

    private Expression whole() throws BadExpression {
        Expression all = either();
        if (now().is(Token.Sort.END)) {
            return all;
        }
        throw bad(Why.UNEXPECTED, now());
    }

    private Expression either() throws BadExpression {
        Expression left = both();
        while (now().isWord() && Vocabulary.sign(now().text()).equals("or")) {
            left = joined("or", left, take(), both());
        }
        return left;
    }

    private Expression both() throws BadExpression {
        Expression left = compared();
        while (now().isWord() && Vocabulary.sign(now().text()).equals("and")) {
            left = joined("and", left, take(), compared());
        }
        return left;
    }

    private Expression joined(String sign, Expression left, Token at, Expression right) throws BadExpression {
        if (!condition(left) || !condition(right)) {
            throw bad(Why.WRONG_SORT, at);
        }
        return new Signed(sign, left, right);
    }

    private Expression compared() throws BadExpression {
        Expression left = sum();
        if (!now().is(Token.Sort.SIGN) || !COMPARING.contains(now().text())) {
            return left;
        }
        Token sign = take();
        Expression right = sum();
        // Days are compared with days, or as they are written: "2026-03-01".
        boolean numbers = left.sort().number() && right.sort().number();
        boolean texts = !left.sort().number() && !right.sort().number();
        if (condition(left) || condition(right) || !numbers && !texts) {
            throw bad(Why.WRONG_SORT, sign);
        }
        return new Signed(sign.text(), left, right);
    }

    private Expression sum() throws BadExpression {
        Expression left = product();
        while (now().isSign("+") || now().isSign("-") || now().isSign("&")) {
            Token sign = take();
            Expression right = product();
            left = sign.text().equals("&") ? text(sign, left, right) : numbers(sign, left, right);
        }
        return left;
    }

    private Expression product() throws BadExpression {
        Expression left = single();
        while (now().isSign("*") || now().isSign("/")) {
            Token sign = take();
            left = numbers(sign, left, single());
        }
        return left;
    }

    private static Expression text(Token sign, Expression left, Expression right) throws BadExpression {
        if (condition(left) || condition(right)) {
            throw bad(Why.WRONG_SORT, sign);
        }
        return new Signed("&", left, right);
    }

    private static Expression numbers(Token sign, Expression left, Expression right) throws BadExpression {
        if (condition(left)
                || condition(right)
                || !left.sort().number()
                || !right.sort().number()) {
            throw bad(Why.WRONG_SORT, sign);
        }
        return new Signed(sign.text(), left, right);
    }

    private Expression single() throws BadExpression {
        if (++depth > DEEPEST) {
            throw bad(Why.TOO_LONG, now());
        }
        Token token = take();
        try {
            return switch (token.sort()) {
                case NUMBER -> new Constant(new BigDecimal(token.text()));
                case TEXT -> new Constant(token.text());
                case WORD -> now().isSign("(") ? call(token) : figure(token);
                case SIGN -> signed(token);
                case END -> throw bad(Why.UNFINISHED, token);
            };
        } finally {
            depth--;
        }
    }

    private Expression signed(Token token) throws BadExpression {
        if (token.text().equals("-")) {
            return numbers(token, new Constant(BigDecimal.ZERO), single());
        }
        if (!token.text().equals("(")) {
            throw bad(Why.UNEXPECTED, token);
        }
        Expression inside = either();
        close();
        return inside;
    }

    private static Expression figure(Token token) throws BadExpression {
        return new Of(Figure.of(token.text()).orElseThrow(() -> bad(Why.UNKNOWN_WORD, token)));
    }

    private Expression call(Token name) throws BadExpression {
        Optional<Function> known = Vocabulary.function(name.text());
        Function function = known.orElseThrow(() -> bad(Why.UNKNOWN_WORD, name));
        if (function.ofAll() && inAll) {
            throw bad(Why.NESTED, name);
        }
        inAll |= function.ofAll();
        take();
        List<Expression> with = new ArrayList<>();
        if (!now().isSign(")")) {
            with.add(either());
            while (now().isSign(",")) {
                take();
                with.add(either());
            }
        }
        close();
        inAll &= !function.ofAll();
        if (!function.takes(with.size())) {
            throw bad(Why.ARGUMENTS, name);
        }
        if (!fits(function, with)) {
            throw bad(Why.WRONG_SORT, name);
        }
        return new Call(function, with);
    }

    private static boolean fits(Function function, List<Expression> with) {
        return switch (function) {
            case SUM -> number(with.get(0)) && (with.size() < 2 || condition(with.get(1)));
            case LIST -> !condition(with.get(0)) && (with.size() < 2 || condition(with.get(1)));
            case COUNT -> with.isEmpty() || condition(with.get(0));
            case ROUND -> number(with.get(0)) && (with.size() < 2 || decimals(with.get(1)));
            case IF ->
                condition(with.get(0))
                        && !condition(with.get(1))
                        && !condition(with.get(2))
                        && with.get(1).sort().number() == with.get(2).sort().number();
        };
    }

    private static boolean number(Expression of) {
        return !condition(of) && of.sort().number();
    }

    private static boolean decimals(Expression of) {
        return of instanceof Constant constant
                && constant.value() instanceof BigDecimal number
                && number.scale() <= 0
                && number.signum() >= 0
                && number.compareTo(BigDecimal.TEN) < 0;
    }

    private static boolean condition(Expression of) {
        return of instanceof Signed signed
                && (COMPARING.contains(signed.sign())
                        || signed.sign().equals("and")
                        || signed.sign().equals("or"));
    }

    private void close() throws BadExpression {
        Token token = take();
        if (!token.isSign(")")) {
            throw bad(token.is(Token.Sort.END) ? Why.UNFINISHED : Why.UNEXPECTED, token);
        }
    }

    private Token now() {
        return tokens.get(at);
    }

    private Token take() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private static BadExpression bad(Why why, Token token) {
        return new BadExpression(why, token.text(), token.place());
    }
}
