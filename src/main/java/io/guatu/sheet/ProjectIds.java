package io.guatu.sheet;

import io.guatu.domain.ProjectId;
import java.util.HashSet;
import java.util.Set;

/** Ids for projects that have none: their names in pinyin. Nobody types them, and hardly anybody sees them. */
public final class ProjectIds {
    private static final int LONGEST = 48;

    private final Set<ProjectId> taken;

    /** @param taken those that projects have; ids that were given are taken too */
    public ProjectIds(Set<ProjectId> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** One that is free, the same for the same name as long as nobody takes it. */
    public ProjectId next(String name) {
        String pinyin = Pinyin.of(name, LONGEST);
        String base = pinyin.isEmpty() ? "project" : pinyin;
        ProjectId id = new ProjectId(base);
        for (int number = 2; !taken.add(id); number++) {
            id = new ProjectId(base + "-" + number);
        }
        return id;
    }
}
