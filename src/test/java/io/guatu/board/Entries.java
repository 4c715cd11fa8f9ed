package io.guatu.board;

import io.guatu.domain.Author;
import io.guatu.domain.Cause;
import io.guatu.domain.Entry;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.domain.Percent;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectKind;
import io.guatu.domain.ProjectUpdate.ProjectOpened;
import io.guatu.domain.Role;
import io.guatu.domain.Stage;
import io.guatu.domain.Update;
import io.guatu.domain.Weight;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ledger in a list, for tests of pure rooms. */
public final class Entries {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    public static final ProjectId ROAD = new ProjectId("road");
    public static final Author MANAGER = new Author("wang", Role.MANAGER, "王主任", null);
    public static final Author OFFICE = new Author("office", Role.OFFICE, "项目办", null);
    public static final Author CONTRACTOR = new Author("g-1", Role.CONTRACTOR, "李工", "桐建公司");

    private final List<Entry> all = new ArrayList<>();
    private final Map<ProjectId, Long> positions = new HashMap<>();

    public List<Entry> all() {
        return List.copyOf(all);
    }

    /** A project opened 100 days ago. */
    public static Entries road(Stage stage) {
        return new Entries().add(-100, MANAGER, ROAD, opened(stage));
    }

    public static ProjectOpened opened(Stage stage) {
        return new ProjectOpened(new Name("道路", "Road"), "transport.road", ProjectKind.WORKS, stage, null, null, null);
    }

    public Entries add(int day, Author by, ProjectId project, Update update) {
        long position = project == null ? 0 : positions.merge(project, 1L, Long::sum);
        all.add(new Entry(all.size() + 1, project, position, at(day), by, update));
        return this;
    }

    public Entries plan(String milestone, int weight, int start, int finish) {
        return add(
                -99,
                MANAGER,
                ROAD,
                new MilestonePlanned(
                        new MilestoneId(milestone),
                        new Name(milestone, milestone),
                        Weight.of(weight),
                        TODAY.plusDays(start),
                        TODAY.plusDays(finish),
                        null));
    }

    public Entries report(int day, Author by, String milestone, int percent, Integer forecast) {
        return add(
                day,
                by,
                ROAD,
                new ProgressReported(
                        new MilestoneId(milestone),
                        Percent.of(percent),
                        TODAY.plusDays(day),
                        null,
                        forecast == null ? null : TODAY.plusDays(forecast),
                        forecast == null ? null : Cause.LAND,
                        null,
                        null));
    }

    public static Instant at(int day) {
        return TODAY.plusDays(day).atTime(9, 0).atZone(ZONE).toInstant();
    }
}
