package io.guatu.board;

import io.guatu.board.fold.Blocker;
import io.guatu.board.fold.Project;
import io.guatu.domain.Factor;
import io.guatu.domain.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A blocker that came, went, or stayed with another promise ({@code promised}) or on another level ({@code level}). */
public record BlockerChange(
        long seq, Factor factor, String text, Difference<LocalDate> promised, Difference<Level> level) {

    static List<BlockerChange> raised(Project before, Project after) {
        return changes(after, now -> known(before, now) == null ? of(now, null, null) : null);
    }

    static List<BlockerChange> cleared(Project before, Project after) {
        return changes(after, now -> {
            Blocker then = known(before, now);
            return !now.open() && (then == null || then.open()) ? of(now, null, null) : null;
        });
    }

    static List<BlockerChange> renewed(Project before, Project after) {
        return changes(after, now -> {
            Blocker then = known(before, now);
            if (then == null || !now.open()) {
                return null;
            }
            Difference<LocalDate> promised = Difference.of(then.promised(), now.promised());
            Difference<Level> level = Difference.of(then.level(), now.level());
            return promised == null && level == null ? null : of(now, promised, level);
        });
    }

    private static BlockerChange of(Blocker blocker, Difference<LocalDate> promised, Difference<Level> level) {
        return new BlockerChange(
                blocker.seq(), blocker.factor(), blocker.raised().text(), promised, level);
    }

    private static Blocker known(Project project, Blocker blocker) {
        return project == null ? null : project.blockers().all().get(blocker.seq());
    }

    /** Null where there are none. */
    private static List<BlockerChange> changes(Project project, Function<Blocker, BlockerChange> change) {
        List<BlockerChange> changes = project.blockers().all().values().stream()
                .map(change)
                .filter(Objects::nonNull)
                .toList();
        return changes.isEmpty() ? null : changes;
    }
}
