package io.guatu.sheet;

import io.guatu.domain.Permit;
import java.util.Map;
import java.util.Set;

/** How a list says that a permit was given: by its number, or only that it is there. */
final class PermitCell {
    static final Map<Field, Permit> FIELDS = Map.of(
            Field.APPROVAL, Permit.APPROVAL,
            Field.LAND_PERMIT, Permit.LAND,
            Field.PLANNING_PERMIT, Permit.PLANNING,
            Field.CONSTRUCTION_PERMIT, Permit.CONSTRUCTION);

    private static final Set<String> NOT_YET =
            Set.of("否", "×", "x", "未办", "未办理", "未取得", "办理中", "正在办理", "在办", "待办", "待办理", "no");
    private static final Set<String> THERE = Set.of("是", "有", "√", "✓", "已办", "已办理", "已取得", "齐全", "yes");

    private PermitCell() {}

    static boolean notYet(Cell cell) {
        return NOT_YET.contains(cell.plain().toLowerCase(java.util.Locale.ROOT));
    }

    /** Its number, or null where the cell only says that it is there. */
    static String document(String text) {
        return THERE.contains(Cell.plain(text).toLowerCase(java.util.Locale.ROOT)) ? null : text;
    }
}
