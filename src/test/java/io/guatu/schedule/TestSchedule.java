package io.guatu.schedule;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.mpxj.Duration;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Resource;
import org.mpxj.ResourceAssignment;
import org.mpxj.ResourceType;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.mspdi.MSPDIWriter;
import org.mpxj.primavera.PrimaveraPMFileWriter;
import org.mpxj.primavera.PrimaveraXERFileWriter;
import org.mpxj.writer.ProjectWriter;

/** A schedule as another program's people make it, written by MPXJ. */
public final class TestSchedule {
    private final ProjectFile file = new ProjectFile();

    public TestSchedule(String title) {
        file.getProjectProperties().setProjectTitle(title);
        file.getProjectProperties().setName(title);
        file.getProjectProperties().setProjectID("HF");
        file.getProjectProperties().setDefaultCalendar(file.addDefaultBaseCalendar());
        file.getProjectProperties().setStartDate(LocalDate.of(2026, 3, 1).atTime(8, 0));
    }

    /** The underpass: three levels, a milestone of each phase, what comes before what, two baselines. */
    public static TestSchedule underpass() {
        TestSchedule schedule = new TestSchedule("何畈铁路下穿施工总进度计划");
        Task whole = schedule.summary(null, "何畈铁路下穿工程");
        Task before = schedule.summary(whole, "一、前期工作");
        Task land = schedule.task(before, "1.1 征地拆迁", "2026-03-01", "2026-04-30", 120);
        Task permit = schedule.task(before, "1.2 铁路要点手续", "2026-03-15", "2026-05-10", 30);
        Task ready = schedule.milestone(before, "◆前期完成", "2026-05-10");
        Task works = schedule.summary(whole, "二、主体施工");
        Task pit = schedule.task(works, "2.1 工作坑开挖", "2026-05-11", "2026-06-30", 400);
        Task jacking = schedule.summary(works, "2.2 箱涵预制顶进");
        Task cast = schedule.task(jacking, "2.2.1 箱涵预制", "2026-06-01", "2026-08-15", 900);
        Task jack = schedule.task(jacking, "2.2.2 箱涵顶进", "2026-08-16", "2026-10-31", 1500);
        Task through = schedule.milestone(works, "◆ 顶进贯通", "2026-10-31");
        Task rest = schedule.summary(whole, "三、附属及验收");
        Task road = schedule.task(rest, "3.1 引道路面", "2026-11-01", "2026-12-10", 250);
        Task open = schedule.milestone(rest, "◆ 通车", "2026-12-20");
        link(land, ready);
        link(permit, ready);
        link(ready, pit);
        link(pit, cast, RelationType.START_START);
        link(cast, jack);
        link(jack, through);
        link(through, road);
        link(road, open);
        for (Task task : schedule.file.getTasks()) {
            if (task.getChildTasks().isEmpty()) {
                task.setBaselineStart(task.getStart().minusDays(10));
                task.setBaselineFinish(task.getFinish().minusDays(10));
                task.setBaselineStart(2, task.getStart().minusDays(3));
                task.setBaselineFinish(2, task.getFinish().minusDays(3));
            }
        }
        land.setActualStart(land.getStart());
        land.setActualFinish(land.getFinish());
        land.setPercentageComplete(100);
        cast.setPercentageComplete(40);
        schedule.priced();
        schedule.file.updateStructure();
        return schedule;
    }

    /** What a task costs, Primavera keeps with what it uses. */
    private void priced() {
        Resource works = file.addResource();
        works.setName("合同价");
        works.setType(ResourceType.MATERIAL);
        for (Task task : file.getTasks()) {
            if (task.getChildTasks().isEmpty() && task.getCost().intValue() > 0) {
                ResourceAssignment used = task.addResourceAssignment(works);
                used.setCost(task.getCost());
                used.setPlannedCost(task.getCost());
                used.setRemainingCost(task.getCost());
                used.setUnits(100);
                used.setPlannedStart(task.getStart());
                used.setPlannedFinish(task.getFinish());
                used.setPlannedWork(Duration.getInstance(8, TimeUnit.HOURS));
                used.setRemainingWork(used.getPlannedWork());
                used.setWork(used.getPlannedWork());
            }
        }
    }

    /** Sections of twenty tasks, one after the other. */
    public static TestSchedule ofLength(int tasks) {
        TestSchedule schedule = new TestSchedule("长计划");
        Task whole = schedule.summary(null, "全部工程");
        Task section = null;
        Task last = null;
        LocalDate day = LocalDate.of(2026, 3, 1);
        for (int i = 0; i < tasks; i++) {
            if (i % 20 == 0) {
                section = schedule.summary(whole, "第" + (i / 20 + 1) + "段");
            }
            Task task = schedule.task(
                    section, "工序" + i, day.toString(), day.plusDays(4).toString(), i % 7);
            if (last != null) {
                link(last, task);
            }
            last = task;
            day = day.plusDays(1);
        }
        schedule.file.updateStructure();
        return schedule;
    }

    public ProjectFile file() {
        return file;
    }

    public Task summary(Task parent, String name) {
        Task task = parent == null ? file.addTask() : parent.addTask();
        task.setName(name);
        task.setSummary(true);
        return task;
    }

    public Task task(Task parent, String name, String start, String finish, int cost) {
        Task task = parent == null ? file.addTask() : parent.addTask();
        task.setName(name);
        task.setStart(LocalDate.parse(start).atTime(8, 0));
        task.setFinish(LocalDate.parse(finish).atTime(17, 0));
        task.setPlannedStart(task.getStart());
        task.setPlannedFinish(task.getFinish());
        long days = ChronoUnit.DAYS.between(
                        task.getStart().toLocalDate(), task.getFinish().toLocalDate())
                + 1;
        task.setDuration(Duration.getInstance(days, TimeUnit.DAYS));
        task.setRemainingDuration(task.getDuration());
        task.setCost(cost);
        for (Task each = parent; each != null; each = each.getParentTask()) {
            each.setStart(
                    each.getStart() == null || task.getStart().isBefore(each.getStart())
                            ? task.getStart()
                            : each.getStart());
            each.setFinish(
                    each.getFinish() == null || task.getFinish().isAfter(each.getFinish())
                            ? task.getFinish()
                            : each.getFinish());
        }
        return task;
    }

    public Task milestone(Task parent, String name, String day) {
        Task task = task(parent, name, day, day, 0);
        task.setMilestone(true);
        task.setStart(LocalDate.parse(day).atTime(LocalTime.of(17, 0)));
        task.setDuration(Duration.getInstance(0, TimeUnit.DAYS));
        task.setRemainingDuration(task.getDuration());
        return task;
    }

    public static void link(Task from, Task to) {
        link(from, to, RelationType.FINISH_START);
    }

    public static void link(Task from, Task to, RelationType type) {
        to.addPredecessor(new Relation.Builder().predecessorTask(from).type(type));
    }

    public byte[] mspdi() throws IOException {
        return written(new MSPDIWriter());
    }

    public byte[] pmxml() throws IOException {
        PrimaveraPMFileWriter writer = new PrimaveraPMFileWriter();
        writer.setWriteBaselines(true);
        return written(writer);
    }

    public byte[] xer(String charset) throws IOException {
        PrimaveraXERFileWriter writer = new PrimaveraXERFileWriter();
        writer.setCharset(Charset.forName(charset));
        return written(writer);
    }

    private byte[] written(ProjectWriter writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(file, out);
        return out.toByteArray();
    }
}
