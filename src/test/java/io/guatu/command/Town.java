package io.guatu.command;

import io.guatu.access.Principal;
import io.guatu.board.fold.Project;
import io.guatu.domain.AccessUpdate;
import io.guatu.domain.AccessUpdate.GrantIssued;
import io.guatu.domain.AccessUpdate.GrantRevoked;
import io.guatu.domain.AccessUpdate.GrantShown;
import io.guatu.domain.Author;
import io.guatu.domain.BoardUpdate;
import io.guatu.domain.Entry;
import io.guatu.domain.GrantAction;
import io.guatu.domain.GrantId;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.domain.Update;
import io.guatu.ledger.Head;
import io.guatu.ledger.Json;
import io.guatu.ledger.Seal;
import io.guatu.state.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A ledger in a list to which people speak through the rules; days count from today, 2026-11-24, a Tuesday. */
final class Town {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    static final UUID EPOCH = new UUID(1, 1);
    static final ProjectId ROAD = new ProjectId("road");
    private static final Pattern DAY = Pattern.compile("\"@([+-]?\\d+)\"");

    private final List<Entry> entries = new ArrayList<>();
    private State state = State.begin(EPOCH);

    /** A road with these milestones. */
    static Town withPlanOf(String... planned) {
        Town town = new Town();
        town.must(
                -100,
                "office",
                "{'kind':'project-opened','name':{'zh':'路','en':'Road'},'sector':'transport.road',"
                        + "'projectKind':'works','stage':'implementation'}");
        for (String milestone : planned) {
            town.must(-99, "wang", milestone);
        }
        return town;
    }

    /** A road of two milestones, half done, with a contractor on the first of them. */
    static Town withRoad() {
        Town town = withPlanOf(
                "{'kind':'milestone-planned','milestone':'base','name':{'zh':'基层','en':'Base'},"
                        + "'weight':60,'start':'@-90','finish':'@20'}",
                "{'kind':'milestone-planned','milestone':'top','name':{'zh':'面层','en':'Top'},"
                        + "'weight':40,'start':'@20','finish':'@60','after':['base']}");
        town.accept(new Entry(
                town.state.seq() + 1,
                ROAD,
                town.position() + 1,
                at(-98),
                who("wang").author(),
                new GrantIssued(
                        new GrantId("g-li"),
                        "李工",
                        "桐建公司",
                        null,
                        List.of(new MilestoneId("base")),
                        null,
                        Instant.MAX,
                        null)));
        town.must(-2, "wang", "{'kind':'progress-reported','milestone':'base','percent':50,'asOf':'@-2'}");
        return town;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    State state() {
        return state;
    }

    Project road() {
        return state.projects().byId().get(ROAD);
    }

    long last() {
        return state.seq();
    }

    /** Says it; what is allowed enters. {@code '} stands for {@code "}, {@code @-3} for the day three days ago. */
    Optional<Refusal> say(int day, String who, String update) {
        return say(day, who, read(update));
    }

    Optional<Refusal> say(int day, String who, Update update) {
        Command command = Command.of(who(who), "key", "request", at(day), isOfBoard(update) ? null : ROAD, update);
        Optional<Refusal> refusal = Rulebook.judge(state, command, update, ZONE);
        if (refusal.isEmpty()) {
            accept(new Entry(
                    state.seq() + 1,
                    command.project(),
                    command.project() == null ? 0 : position() + 1,
                    command.at(),
                    command.who().author(),
                    Rulebook.complete(state, command, update, ZONE)));
        }
        return refusal;
    }

    void must(int day, String who, String update) {
        say(day, who, update).ifPresent(refusal -> {
            throw new AssertionError(update + " was refused: " + refusal);
        });
    }

    static Update read(String text) {
        Matcher day = DAY.matcher(text.replace('\'', '"'));
        return Json.read(
                day.replaceAll(found -> "\"" + TODAY.plusDays(Long.parseLong(found.group(1))) + "\""), Update.class);
    }

    static Instant at(int day) {
        return TODAY.plusDays(day).atTime(9, 0).atZone(ZONE).toInstant();
    }

    private void accept(Entry entry) {
        entries.add(entry);
        state = state.after(List.of(entry), new Head(EPOCH, entry.seq(), Seal.NONE, entry.at()));
    }

    private long position() {
        return state.projects().find(ROAD).map(project -> project.projectSeq()).orElse(0L);
    }

    private static boolean isOfBoard(Update update) {
        boolean ofGrant =
                update instanceof GrantIssued || update instanceof GrantRevoked || update instanceof GrantShown;
        return update instanceof BoardUpdate || update instanceof AccessUpdate && !ofGrant;
    }

    static Principal who(String name) {
        if (name.equals("system")) {
            return Principal.system();
        }
        Role role =
                switch (name) {
                    case "office", "office-2" -> Role.OFFICE;
                    case "li", "li-2" -> Role.LEADER;
                    case "g-li", "g-li-2", "g-zhou" -> Role.CONTRACTOR;
                    default -> Role.MANAGER;
                };
        boolean own = !name.equals("zhao");
        String company = name.equals("g-zhou") ? "安路公司" : "桐建公司";
        return new Principal(
                null,
                new Author(name, role, name, role == Role.CONTRACTOR ? company : null),
                own ? List.of(ROAD) : List.of(new ProjectId("park")),
                List.of(new MilestoneId("base")),
                List.of(GrantAction.values()));
    }
}
