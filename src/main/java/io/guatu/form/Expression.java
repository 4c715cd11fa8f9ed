package io.guatu.form;

import io.guatu.form.Figure.Sort;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What belongs into a cell, read and found sound. */
public sealed interface Expression {
    /** A number or a text that stands there itself. */
    record Constant(Object value) implements Expression {}

    record Of(Figure figure) implements Expression {}

    /** @param sign one of {@code + - * / &}, of {@code = <> < <= > >=}, or {@code and}, {@code or} */
    record Signed(String sign, Expression left, Expression right) implements Expression {}

    record Call(Function function, List<Expression> with) implements Expression {
        public Call {
            with = List.copyOf(with);
        }
    }

    /** @throws BadExpression when it says nothing */
    static Expression read(String text) throws BadExpression {
        return new ExpressionReader(text).value();
    }

    /** Of conditions: which projects. @throws BadExpression when it says nothing */
    static Expression readCondition(String text) throws BadExpression {
        return new ExpressionReader(text).condition();
    }

    /** The figures that it asks of one project, outside of what looks at all. */
    default Set<Figure> ofOneProject() {
        Set<Figure> figures = EnumSet.noneOf(Figure.class);
        collect(this, figures);
        return figures;
    }

    private static void collect(Expression of, Set<Figure> into) {
        if (of instanceof Of one && !one.figure().ofBoard()) {
            into.add(one.figure());
        } else if (of instanceof Signed signed) {
            collect(signed.left(), into);
            collect(signed.right(), into);
        } else if (of instanceof Call call && !call.function().ofAll()) {
            call.with().forEach(each -> collect(each, into));
        }
    }

    /** Whether nothing of it comes from the ledger. */
    default boolean plain() {
        if (this instanceof Signed signed) {
            return signed.left().plain() && signed.right().plain();
        }
        return this instanceof Constant
                || this instanceof Call call
                        && !call.function().ofAll()
                        && call.with().stream().allMatch(Expression::plain);
    }

    /** What it gives: percent only as a figure of that sort gives it. */
    default Sort sort() {
        if (this instanceof Of one) {
            return one.figure().sort();
        }
        if (this instanceof Constant constant) {
            return constant.value() instanceof String ? Sort.TEXT : Sort.COUNT;
        }
        if (this instanceof Signed signed) {
            return signed.sign().equals("&") ? Sort.TEXT : Sort.COUNT;
        }
        Call call = (Call) this;
        return switch (call.function()) {
            case SUM, COUNT -> Sort.COUNT;
            case LIST -> Sort.TEXT;
            case ROUND -> call.with().get(0).sort();
            case IF -> call.with().get(1).sort();
        };
    }
}
