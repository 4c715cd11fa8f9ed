package io.guatu.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column may mean. */
public enum Field {
    NAME(true),
    CODE(true),
    SECTOR(true),
    NATURE(true),
    STAGE(true),
    OWNER(true),
    UNIT(true),
    LEAD(true),
    CONTACT(true),
    PLACE(true),
    CONTENT(true),
    /** 项目法人码. */
    OWNER_CODE(true),
    TIER(true),
    /** 用地面积. */
    LAND(true),
    LISTED(true),
    /** Permits, by their numbers or only as being there. */
    APPROVAL(true),
    LAND_PERMIT(true),
    PLANNING_PERMIT(true),
    CONSTRUCTION_PERMIT(true),
    /** From when to when it is to be built, in one cell. */
    SPAN(true),
    BEGINS(true),
    ENDS(true),
    /** Happened. */
    STARTED(true),
    FINISHED(true),
    TOTAL(true),
    /** 土地购置费. */
    LAND_COST(true),
    /** Completed before a year. */
    BEFORE(true),
    /** What a year shall bring, in words. */
    YEAR_WORK(true),
    /** Of a year. */
    PLANNED(true),
    /** In a month. */
    COMPLETED(true),
    /** 固投, in a month. */
    FIXED(true),
    /** Of history: which milestone. */
    STEP(true),
    /** On which day it was known. */
    KNOWN(true),
    /** When it was expected to be finished. */
    FORECAST(true),
    /** When it was. */
    ACTUAL(true),
    /** Where it is. Not in a column: a pair of numbers does not say how it was measured. */
    SITE(false),
    /** When a milestone is due; not in a column either. */
    DUE(false),
    /** That a milestone is finished. */
    MET(false),
    /** A contract, and what it is worth; not in a column. */
    CONTRACT(false),
    /** Only counts the rows. */
    NUMBER(false),
    /** A number of a person stays out of a ledger from which nothing can be taken again. */
    PHONE(false),
    /** Sums of months, which the board adds up itself. */
    YEAR_TO_DATE(false),
    /** Progress is told milestone by milestone, by who has seen it. */
    PROGRESS(false),
    /** A blocker has a factor, a need and a promise: it is told as one. */
    PROBLEM(false),
    NEXT(false),
    REMARK(false);

    private final boolean taken;

    Field(boolean taken) {
        this.taken = taken;
    }

    /** By its word in the contract, {@code year-to-date}; empty for other words, as for that of a column that is not wanted. */
    static Optional<Field> of(String word) {
        return Arrays.stream(values())
                .filter(field ->
                        field.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst();
    }

    /** Whether the board has a place for it. */
    public boolean taken() {
        return taken;
    }
}
