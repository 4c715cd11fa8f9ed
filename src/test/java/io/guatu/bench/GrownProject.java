package io.guatu.bench;

import io.guatu.domain.AccessUpdate.GrantIssued;
import io.guatu.domain.Approval;
import io.guatu.domain.Author;
import io.guatu.domain.BlockerUpdate.BlockerCleared;
import io.guatu.domain.BlockerUpdate.BlockerEscalated;
import io.guatu.domain.BlockerUpdate.BlockerRaised;
import io.guatu.domain.Cause;
import io.guatu.domain.DirectiveUpdate.DirectiveAccepted;
import io.guatu.domain.DirectiveUpdate.DirectiveAcknowledged;
import io.guatu.domain.DirectiveUpdate.DirectiveAnswered;
import io.guatu.domain.DirectiveUpdate.DirectiveIssued;
import io.guatu.domain.Factor;
import io.guatu.domain.GrantId;
import io.guatu.domain.HazardUpdate.HazardFixedOnSpot;
import io.guatu.domain.HazardUpdate.HazardFound;
import io.guatu.domain.HazardUpdate.HazardRechecked;
import io.guatu.domain.HazardUpdate.HazardRectified;
import io.guatu.domain.HazardUpdate.NoticeIssued;
import io.guatu.domain.InvestmentUpdate.InvestmentCompleted;
import io.guatu.domain.InvestmentUpdate.InvestmentPlanned;
import io.guatu.domain.Level;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Money;
import io.guatu.domain.Name;
import io.guatu.domain.Percent;
import io.guatu.domain.Photo;
import io.guatu.domain.PhotoId;
import io.guatu.domain.PlanUpdate.BaselineSet;
import io.guatu.domain.PlanUpdate.ForecastMoved;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.ProgressUpdate.ProgressReturned;
import io.guatu.domain.ProgressUpdate.ProgressVerified;
import io.guatu.domain.ProgressUpdate.SiteDiary;
import io.guatu.domain.ProgressUpdate.StillTrue;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectKind;
import io.guatu.domain.ProjectUpdate.PhotoReceived;
import io.guatu.domain.ProjectUpdate.ProjectOpened;
import io.guatu.domain.Role;
import io.guatu.domain.Severity;
import io.guatu.domain.Stage;
import io.guatu.domain.Update;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** One project as it is told day after day, by what the rules accept: what is begun is also verified, cleared, closed. */
final class GrownProject {
    private static final List<String> NOTES =
            List.of("本周完成基层摊铺，明日继续", "钢筋绑扎完成，已报验", "接户 12 户", "路缘石安装过半", "设备到场，等待安装", "雨停复工，抽排水");

    private final ProjectId id;
    private final int number;
    private final Random random;
    private final Author manager;
    private final Author leader = new Author("leader-1", Role.LEADER, "张镇长", null);
    private final Author office;
    private final List<GrownMilestone> plan = new ArrayList<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private LocalDate diary;
    private YearMonth invested;
    private int year;
    private int notices;

    /** Who says what. */
    record Told(Author by, Update update) {}

    /** What will be told next, whenever that is. */
    private interface Step {
        Told on(LocalDate day, long seq);
    }

    /** @param last the day on which everything told ends: the plans of some end before it, of others after */
    GrownProject(int number, int milestones, LocalDate first, LocalDate last, Instant until, Author office) {
        this.number = number;
        this.random = new Random(number);
        this.id = new ProjectId("p-" + number);
        this.office = office;
        this.manager = new Author(manager(number), Role.MANAGER, "主任" + number / 10, null);
        this.invested = YearMonth.from(first);
        this.year = first.getYear();
        long days = first.until(last, java.time.temporal.ChronoUnit.DAYS) + random.nextInt(240) - 60;
        double each = days / (milestones + 0.6);
        for (int m = 0; m < milestones; m++) {
            LocalDate start = first.plusDays((long) (m * each));
            plan.add(new GrownMilestone(
                    m, milestones, start, start.plusDays((long) (each * 1.6)), 0.9 + random.nextDouble() / 3));
        }
        begin(until);
    }

    /** Ten projects have one manager. */
    static String manager(int number) {
        return "m-" + number / 10;
    }

    ProjectId id() {
        return id;
    }

    /** The next entry of this project. @param seq that it will have */
    Told next(LocalDate day, long seq) {
        if (!steps.isEmpty() && (steps.size() > 4 || seq % 5 != 0)) {
            return steps.poll().on(day, seq);
        }
        if (day.getYear() > year) {
            year = day.getYear();
            return new Told(office, rebaselined());
        }
        if (YearMonth.from(day).isAfter(invested)) {
            Update completed = new InvestmentCompleted(
                    invested, new Money(1_000_000L + random.nextInt(900_000)), null, null, null);
            invested = YearMonth.from(day);
            return new Told(manager, completed);
        }
        int which = random.nextInt(100);
        if (which < 4) {
            return hazard(day, seq);
        }
        if (which < 6) {
            return blocker(day, seq);
        }
        if (which < 7) {
            then((later, own) -> new Told(manager, new DirectiveAcknowledged(seq, null)));
            then((later, own) -> new Told(manager, new DirectiveAnswered(seq, "已落实", null, null)));
            then((later, own) -> new Told(leader, new DirectiveAccepted(seq, null)));
            return new Told(leader, new DirectiveIssued("限期完成" + seq, day.plusDays(20), null, null));
        }
        if (which < 30 && !day.equals(diary)) {
            diary = day;
            SiteDiary.Weather weather = SiteDiary.Weather.values()[random.nextInt(SiteDiary.Weather.values().length)];
            return new Told(site(0), new SiteDiary(day, weather, 5 + random.nextInt(40), random.nextInt(6), null));
        }
        return progress(day, seq, which);
    }

    private Told progress(LocalDate day, long seq, int which) {
        for (GrownMilestone milestone : plan) {
            int percent = milestone.percentOn(day);
            if (percent > milestone.done() && !milestone.waits()) {
                return which % 4 == 0 ? photo(milestone, percent, seq) : report(milestone, percent, null, day, seq);
            }
        }
        GrownMilestone open =
                plan.stream().filter(one -> one.done() < 10_000).findFirst().orElse(null);
        if (which > 97 && open != null && open.moves(day)) {
            return new Told(
                    manager,
                    new ForecastMoved(open.id(), open.move(day), Cause.values()[random.nextInt(13)], null, null));
        }
        return new Told(which % 2 == 0 ? manager : site(0), new StillTrue(null, day));
    }

    private Told report(GrownMilestone milestone, int percent, PhotoId photo, LocalDate day, long seq) {
        milestone.reported();
        String note = random.nextInt(3) == 0 ? NOTES.get(random.nextInt(NOTES.size())) : null;
        boolean good = random.nextInt(20) > 0;
        int from = milestone.done();
        then((later, own) -> {
            milestone.answered(good ? percent : from);
            return new Told(manager, good ? new ProgressVerified(seq, null) : new ProgressReturned(seq, "照片看不清"));
        });
        return new Told(
                site(milestone.number() % 2),
                new ProgressReported(
                        milestone.id(),
                        new Percent(percent),
                        day,
                        note,
                        null,
                        null,
                        photo == null ? null : List.of(photo),
                        new Percent(from)));
    }

    private Told photo(GrownMilestone milestone, int percent, long seq) {
        milestone.reported();
        byte[] sha256 = new byte[32];
        random.nextBytes(sha256);
        String hex = HexFormat.of().formatHex(sha256);
        PhotoId photo = new PhotoId(hex.substring(0, 32));
        then((later, own) -> report(milestone, percent, photo, later, own));
        return new Told(
                site(milestone.number() % 2),
                new PhotoReceived(new Photo(
                        photo, hex, String.format("%016x", random.nextLong()), 1600, 1200, null, seq % 90, null)));
    }

    private Told hazard(LocalDate day, long seq) {
        HazardFound found = new HazardFound(Severity.GENERAL, "K" + seq % 40, "临边无护栏", null, null, day);
        if (random.nextBoolean()) {
            then((later, own) -> new Told(manager, new HazardFixedOnSpot(seq, "已补齐", null, later)));
            return new Told(manager, found);
        }
        String number = "整改〔" + day.getYear() + "〕" + this.number + "-" + ++notices + "号";
        then((later, own) -> new Told(manager, new NoticeIssued(number, List.of(seq), later.plusDays(7), grant(0))));
        then((later, own) -> new Told(site(0), new HazardRectified(seq, "已整改", null, later)));
        then((later, own) ->
                new Told(leader, new HazardRechecked(seq, true, null, null))); // who gave out the link may not
        return new Told(office, found);
    }

    private Told blocker(LocalDate day, long seq) {
        if (random.nextInt(4) == 0) {
            then((later, own) -> new Told(manager, new BlockerEscalated(seq, Level.TOWN, null)));
        }
        then((later, own) -> new Told(manager, new BlockerCleared(seq, "已协调解决")));
        Factor factor = Factor.values()[random.nextInt(Factor.values().length)];
        return new Told(manager, new BlockerRaised(factor, "管线未迁改" + seq, "迁改", "供电所", day.plusDays(10), null, day));
    }

    private BaselineSet rebaselined() {
        return new BaselineSet(
                new Name(year + " 年度计划", "Plan of " + year),
                Cause.OPTIMISM_CORRECTED,
                "年度调整",
                "镇党委会 纪要" + year + "号",
                new Approval(null, "镇党委会", "纪要" + year + "号"),
                plan.stream().map(GrownMilestone::promised).toList());
    }

    private void begin(Instant until) {
        Name name = new Name("第" + number + "号道路提升工程", "Road works " + number);
        then((day, seq) -> new Told(
                office,
                new ProjectOpened(name, "transport.road", ProjectKind.WORKS, Stage.IMPLEMENTATION, null, null, null)));
        for (GrownMilestone milestone : plan) {
            then((day, seq) -> new Told(
                    office,
                    new MilestonePlanned(
                            milestone.id(),
                            milestone.promised().name(),
                            milestone.promised().weight(),
                            milestone.promised().start(),
                            milestone.promised().finish(),
                            null)));
        }
        then((day, seq) ->
                new Told(office, new InvestmentPlanned(new Money(90_000_000), null, null, null, null, null, null)));
        List<MilestoneId> all = plan.stream().map(GrownMilestone::id).toList();
        for (int side = 0; side < 2; side++) {
            Author site = site(side);
            GrantId grant = grant(side);
            then((day, seq) -> new Told(
                    office, new GrantIssued(grant, site.name(), site.company(), null, all, null, until, null)));
        }
    }

    private void then(Step step) {
        steps.add(step);
    }

    private GrantId grant(int side) {
        return new GrantId("g-" + number + "-" + side);
    }

    private Author site(int side) {
        int company = (number * 2 + side) % 150;
        return new Author(grant(side).value(), Role.CONTRACTOR, "李工" + company, "桐建" + company + "公司");
    }
}
