package io.guatu.form;

import io.guatu.form.Expression.Call;
import io.guatu.form.Expression.Constant;
import io.guatu.form.Expression.Of;
import io.guatu.form.Expression.Signed;
import io.guatu.form.Facts.Word;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Works an expression out. What is not known stays unknown and is named; nothing is put in its place. */
public final class Evaluation {
    private static final int DECIMALS = 10;

    private final Facts board;
    private final List<Facts> projects;
    private final String between;

    /** @param projects those that are looked at when all are @param between what stands between the texts of a list */
    public Evaluation(Facts board, List<Facts> projects, String between) {
        this.board = board;
        this.projects = List.copyOf(projects);
        this.between = between;
    }

    /**
     * @param value a text, a number or a day; null: not known
     * @param missing what the ledger does not say of it; a sum may be there all the same, of those that are known
     * @param fromLedger whether something that a person told is in it
     */
    public record Outcome(Object value, Set<Missing> missing, boolean fromLedger) {}

    /** @param project null: nobody said of which */
    public record Missing(Figure figure, String project) {}

    /** @param project null: of none, and then what is asked of one is missing */
    public Outcome of(Expression expression, Facts project) {
        Set<Missing> missing = new LinkedHashSet<>();
        Object value = plain(value(expression, project, missing));
        return new Outcome(value, missing, value != null && !expression.plain());
    }

    /** What is not known fulfils no condition. */
    public boolean holds(Expression condition, Facts project) {
        Signed signed = (Signed) condition;
        return switch (signed.sign()) {
            case "and" -> holds(signed.left(), project) && holds(signed.right(), project);
            case "or" -> holds(signed.left(), project) || holds(signed.right(), project);
            default -> compared(signed, project);
        };
    }

    private Object value(Expression expression, Facts project, Set<Missing> missing) {
        if (expression instanceof Constant constant) {
            return constant.value();
        }
        if (expression instanceof Of one) {
            return figure(one.figure(), project, missing);
        }
        if (expression instanceof Signed signed) {
            Object left = value(signed.left(), project, missing);
            Object right = value(signed.right(), project, missing);
            return left == null || right == null ? null : signed(signed.sign(), left, right);
        }
        return call((Call) expression, project, missing);
    }

    private Object figure(Figure figure, Facts project, Set<Missing> missing) {
        Facts of = figure.ofBoard() ? board : project;
        Object value = of == null ? null : of.of(figure);
        if (value == null) {
            missing.add(new Missing(figure, of == null ? null : of.name()));
        }
        return value;
    }

    private static Object signed(String sign, Object left, Object right) {
        if (sign.equals("&")) {
            return text(left) + text(right);
        }
        BigDecimal one = (BigDecimal) left;
        BigDecimal other = (BigDecimal) right;
        return switch (sign) {
            case "+" -> one.add(other);
            case "-" -> one.subtract(other);
            case "*" -> one.multiply(other);
            default -> other.signum() == 0 ? null : one.divide(other, DECIMALS, RoundingMode.HALF_UP);
        };
    }

    private Object call(Call call, Facts project, Set<Missing> missing) {
        List<Expression> with = call.with();
        return switch (call.function()) {
            case COUNT -> BigDecimal.valueOf(those(with, 0).size());
            case SUM ->
                those(with, 1).stream()
                        .map(each -> (BigDecimal) value(with.get(0), each, missing))
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal::add)
                        .orElse(null);
            case LIST ->
                those(with, 1).stream()
                        .map(each -> value(with.get(0), each, missing))
                        .filter(Objects::nonNull)
                        .map(Evaluation::text)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(between));
            case ROUND ->
                rounded(
                        (BigDecimal) value(with.get(0), project, missing),
                        with.size() < 2 ? 0 : ((BigDecimal) ((Constant) with.get(1)).value()).intValue());
            case IF -> value(with.get(holds(with.get(0), project) ? 1 : 2), project, missing);
        };
    }

    private static BigDecimal rounded(BigDecimal number, int decimals) {
        return number == null ? null : number.setScale(decimals, RoundingMode.HALF_UP);
    }

    private List<Facts> those(List<Expression> with, int condition) {
        return with.size() <= condition
                ? projects
                : projects.stream()
                        .filter(each -> holds(with.get(condition), each))
                        .toList();
    }

    private boolean compared(Signed signed, Facts project) {
        Set<Missing> unsaid = new LinkedHashSet<>();
        Object left = value(signed.left(), project, unsaid);
        Object right = value(signed.right(), project, unsaid);
        if (left == null || right == null) {
            return false;
        }
        boolean same = named(left, right) || named(right, left);
        int order = left instanceof BigDecimal one && right instanceof BigDecimal other
                ? one.compareTo(other)
                : same ? 0 : text(left).compareTo(text(right));
        return switch (signed.sign()) {
            case "=" -> order == 0;
            case "<>" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static boolean named(Object one, Object other) {
        return one instanceof Word word && word.code().equals(text(other));
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number
                ? plain(number).toPlainString()
                : value instanceof LocalDate day ? day.toString() : value.toString();
    }

    private static Object plain(Object value) {
        return value instanceof Word word ? word.shown() : value instanceof BigDecimal number ? plain(number) : value;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    /** Projects for which the condition holds; all without one. */
    public List<Facts> those(Expression condition) {
        return new ArrayList<>(condition == null ? projects : those(List.of(condition), 0));
    }
}
