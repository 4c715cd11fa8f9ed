package io.guatu.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the ledger knows that a form may ask for. Its word in an expression is its name in kebab-case, or one of the words of
 * {@code figures.json}; how it is called stands in the texts under {@code figure.<word>}.
 */
public enum Figure {
    NUMBER(Sort.COUNT),
    NAME(Sort.TEXT),
    CODE(Sort.TEXT),
    OWNER(Sort.TEXT),
    OWNER_CODE(Sort.TEXT),
    TIER(Sort.TEXT),
    UNIT(Sort.TEXT),
    LEAD(Sort.TEXT),
    CONTACT(Sort.TEXT),
    MANAGERS(Sort.TEXT),
    PLACE(Sort.TEXT),
    CONTENT(Sort.TEXT),
    NATURE(Sort.TEXT),
    KIND(Sort.TEXT),
    SECTOR(Sort.TEXT),
    STAGE(Sort.TEXT),
    BEGUN(Sort.TEXT),
    LISTED(Sort.TEXT),
    APPROVAL(Sort.TEXT),
    LAND_PERMIT(Sort.TEXT),
    PLANNING_PERMIT(Sort.TEXT),
    CONSTRUCTION_PERMIT(Sort.TEXT),
    LAND(Sort.COUNT),
    LAND_SOLVED(Sort.COUNT),
    SPAN(Sort.TEXT),
    BEGINS(Sort.DAY),
    ENDS(Sort.DAY),
    STARTED(Sort.DAY),
    FINISHED(Sort.DAY),
    TOTAL(Sort.MONEY),
    BEFORE(Sort.MONEY),
    PLANNED(Sort.MONEY),
    YEAR_WORK(Sort.TEXT),
    COMPLETED(Sort.MONEY),
    LAST_MONTH(Sort.MONEY),
    THIS_YEAR(Sort.MONEY),
    THIS_YEAR_BEFORE(Sort.MONEY),
    SINCE_START(Sort.MONEY),
    LEFT(Sort.MONEY),
    IN_PERIOD(Sort.MONEY),
    FIXED(Sort.MONEY),
    LAST_MONTH_FIXED(Sort.MONEY),
    FIXED_THIS_YEAR(Sort.MONEY),
    FIXED_SINCE_START(Sort.MONEY),
    LAND_COST(Sort.MONEY),
    LAND_LEFT(Sort.MONEY),
    RATE(Sort.PERCENT),
    PLAN_OF_MONTH(Sort.MONEY),
    PLANS_OF_YEAR(Sort.MONEY),
    WORK_OF_MONTH(Sort.TEXT),
    NEXT_WORK(Sort.TEXT),
    CONSTRUCTION(Sort.MONEY),
    INSTALLATION(Sort.MONEY),
    EQUIPMENT(Sort.MONEY),
    USED_EQUIPMENT(Sort.MONEY),
    RENEWAL(Sort.MONEY),
    OTHER_COSTS(Sort.MONEY),
    USED_BUILDINGS(Sort.MONEY),
    LAND_OF_MONTH(Sort.MONEY),
    MINISTRY(Sort.MONEY),
    PROVINCE(Sort.MONEY),
    BUDGET(Sort.MONEY),
    LOANS(Sort.MONEY),
    BONDS(Sort.MONEY),
    FOREIGN(Sort.MONEY),
    OWN(Sort.MONEY),
    OTHER_FUNDS(Sort.MONEY),
    MINISTRY_FUNDS(Sort.MONEY),
    PROVINCE_FUNDS(Sort.MONEY),
    REACHED(Sort.TEXT),
    VERIFIED(Sort.PERCENT),
    TIME(Sort.PERCENT),
    AS_OF_DAY(Sort.DAY),
    LAMP(Sort.TEXT),
    STATE(Sort.TEXT),
    PROBLEMS(Sort.TEXT),
    CONTRACTS(Sort.TEXT),
    VARIATIONS(Sort.TEXT),
    TOLD_STATE(Sort.TEXT),
    /** The same of every project. */
    BOARD(Sort.TEXT, true),
    OFFICE(Sort.TEXT, true),
    COUNTY(Sort.TEXT, true),
    TOWN(Sort.TEXT, true),
    YEAR(Sort.COUNT, true),
    MONTH(Sort.COUNT, true),
    DAY(Sort.DAY, true),
    DAY_OF_MONTH(Sort.COUNT, true);

    /** What its values are: words, 万元, percent, how many, a day. */
    public enum Sort {
        TEXT,
        MONEY,
        PERCENT,
        COUNT,
        DAY;

        boolean number() {
            return this == MONEY || this == PERCENT || this == COUNT;
        }
    }

    private static final Map<String, Figure> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(Figure::word, figure -> figure));

    private final Sort sort;
    private final boolean ofBoard;

    Figure(Sort sort) {
        this(sort, false);
    }

    Figure(Sort sort, boolean ofBoard) {
        this.sort = sort;
        this.ofBoard = ofBoard;
    }

    public Sort sort() {
        return sort;
    }

    /** Whether it is the same whatever the project. */
    public boolean ofBoard() {
        return ofBoard;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its word or another word for it. */
    public static Optional<Figure> of(String word) {
        Figure known = BY_WORD.get(word.toLowerCase(Locale.ROOT));
        return known == null ? Vocabulary.figure(word) : Optional.of(known);
    }

    static Optional<Figure> byWord(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
