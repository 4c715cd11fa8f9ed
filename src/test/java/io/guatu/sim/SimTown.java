package io.guatu.sim;

import io.guatu.command.Command;
import io.guatu.command.Verdict;
import io.guatu.domain.AccessUpdate.GrantIssued;
import io.guatu.domain.AccessUpdate.GrantRevoked;
import io.guatu.domain.GrantId;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole town in one thread, out of one seed: people who tell things, nodes that are killed and cut off, a ledger that loses
 * requests and answers and is brought back from a backup, screens on bad lines, a midnight, other rules, a grant that ends. What
 * sits on sockets is the town's own; the rules, the writer, the relay, the fan-out and the page's store are the program's.
 */
final class SimTown {
    static final List<ProjectId> PROJECTS =
            List.of(new ProjectId("road"), new ProjectId("bridge"), new ProjectId("park"));
    private static final long TROUBLE_MILLIS = 75_000;
    private static final long QUIET_MILLIS = 20_000;
    private static final long LAST_MILLIS = 8_000;
    private static final int NODES = 2;

    final Timeline time;
    final SimPage page;
    final SimLedger ledger;
    final Check check;
    private final List<SimNode> nodes = new ArrayList<>();
    private final List<SimScreen> screens = new ArrayList<>();
    private boolean quiet;
    private boolean archived;
    private int rules;

    SimTown(long seed, SimPage page) {
        this.time = new Timeline(seed);
        this.page = page;
        this.ledger = new SimLedger(time);
        this.check = new Check(this);
        page.in(time);
    }

    /** Lives it. @throws AssertionError what was not as it must be */
    SimTown live() {
        for (int i = 0; i < NODES; i++) {
            nodes.add(new SimNode(time, ledger, check));
        }
        run(2_000);
        found();
        run(5_000);
        ledger.found();
        for (String name : List.of("wang", "zhao", "li", "g-li", "chen")) {
            new SimWriter(this, name);
        }
        for (ProjectId site : new ProjectId[] {null, null, null, PROJECTS.get(0)}) {
            screens.add(new SimScreen(this, site));
        }
        ledger.faults(0.03);
        time.every(1_000, this::trouble);
        time.within(Timeline.MIDNIGHT_MILLIS - time.now(), Timeline.MIDNIGHT_MILLIS - time.now() + 1_200, this::adopt);
        run(TROUBLE_MILLIS);
        quiet = true;
        ledger.faults(0);
        nodes.forEach(node -> node.line.cut(false));
        screens.forEach(screen -> screen.sleep(false));
        screens.forEach(screen -> screen.full(false));
        run(QUIET_MILLIS);
        check.nodes();
        nodes.forEach(this::last);
        run(LAST_MILLIS);
        check.quiet();
        return this;
    }

    private void run(long millis) {
        long until = time.now() + millis;
        while (time.step(until)) {
            check.step();
        }
    }

    private void found() {
        for (ProjectId project : PROJECTS) {
            must(
                    project,
                    "{'kind':'project-opened','name':{'zh':'路','en':'Road'},'sector':'transport.road','projectKind':'works','stage':'implementation'}");
            must(
                    project,
                    "{'kind':'milestone-planned','milestone':'base','name':{'zh':'基层','en':'Base'},'weight':100,'start':'2026-09-01','finish':'2026-12-20'}");
        }
        must(
                PROJECTS.get(0),
                new GrantIssued(
                        new GrantId("g-li"),
                        "李工",
                        "桐建公司",
                        null,
                        List.of(new MilestoneId("base")),
                        null,
                        Instant.MAX,
                        null));
    }

    private void must(ProjectId project, String text) {
        must(project, Json.read(text.replace('\'', '"'), Update.class));
    }

    private void must(ProjectId project, Update update) {
        office(nodes.get(0), project, update)
                .onSuccess(verdict -> check.that(verdict instanceof Verdict.Accepted, "a town begins: " + verdict));
    }

    private Future<Verdict> office(SimNode node, ProjectId project, Update update) {
        String key = "office-" + rules++;
        return node.submit(
                Command.of(SimWriter.who("office"), key, key, time.clock().instant(), project, update));
    }

    /** What nobody waits for. */
    private void office(ProjectId project, String text) {
        SimNode node = anyNode();
        if (node != null) {
            office(node, project, Json.read(text.replace('\'', '"'), Update.class));
        }
    }

    /** All is well: whoever tells something now is answered, and it is there. */
    private void last(SimNode node) {
        String[] answered = {"nothing"};
        office(node, PROJECTS.get(0), Json.read("{\"kind\":\"still-true\"}", Update.class))
                .onComplete(told -> answered[0] =
                        told.succeeded() && told.result() instanceof Verdict.Accepted ? null : String.valueOf(told));
        time.after(
                LAST_MILLIS - 100,
                () -> check.that(answered[0] == null, "a node takes nothing though all is well: " + answered[0]));
    }

    private void trouble() {
        if (quiet) {
            return;
        }
        int one = time.random.nextInt(nodes.size());
        SimScreen screen = screens.get(time.random.nextInt(screens.size()));
        switch (time.random.nextInt(32)) {
            case 0 -> kill(one);
            case 1, 2 -> away(nodes.get(one));
            case 3, 4, 5 -> screen.closed();
            case 6, 7 -> {
                screen.sleep(true);
                time.within(7_000, 30_000, () -> screen.sleep(false));
            }
            case 8, 9, 10, 11, 12, 13 -> {
                screen.full(true);
                time.within(1_000, 8_000, () -> screen.full(false));
            }
            case 14, 15 -> adopt();
            case 16 -> {
                if (time.now() > TROUBLE_MILLIS / 2) {
                    SimNode node = anyNode();
                    if (node != null) {
                        office(node, PROJECTS.get(0), new GrantRevoked(new GrantId("g-li")));
                    }
                }
            }
            case 17 -> {
                if (time.chance(0.3)) {
                    ledger.restore(1 + time.random.nextInt(10));
                }
            }
            case 18 -> {
                if (time.chance(0.3)) {
                    lose();
                }
            }
            case 19 -> {
                archived = !archived;
                office(
                        PROJECTS.get(2),
                        archived
                                ? "{'kind':'project-archived','reason':'并入'}"
                                : "{'kind':'project-restored','reason':'误'}");
            }
            default -> {}
        }
    }

    private void adopt() {
        int days = rules++ % 30;
        office(
                null,
                ("{'kind':'rules-adopted','rules':{'id':'r-" + days
                        + "','name':{'zh':'一','en':'x'},'late':{'yellow':0,'red':" + days
                        + "},'behind':{'measure':'share','yellow':0,'red':0},'dueSoon':{'days':30,'remaining':0},"
                        + "'forecastLate':{'yellow':0,'red':36},'blockerOpen':{'yellow':0,'red':0},'blockerPromise':{'yellow':36,'red':36}}}"));
    }

    private void kill(int one) {
        SimNode old = nodes.get(one);
        old.kill();
        screens.stream().filter(screen -> screen.node() == old).toList().forEach(SimScreen::closed);
        nodes.set(one, new SimNode(time, ledger, check));
    }

    /** The machine with everything on it: what comes back has seen nothing of what is lost. Or one is elsewhere, and cut off. */
    private void lose() {
        int lost = 1 + time.random.nextInt(10);
        if (time.chance(0.5)) {
            ledger.restore(lost);
        } else {
            time.within(0, 2_000, () -> ledger.restore(lost)); // while nodes begin again
        }
        boolean all = time.chance(0.6);
        for (int i = all ? 0 : 1; i < nodes.size(); i++) {
            kill(i);
        }
        if (!all) {
            away(nodes.get(0));
        }
    }

    /** A network that takes nothing, for as long as it likes. */
    private void away(SimNode node) {
        node.line.cut(true);
        time.within(1_000, 40_000, () -> node.line.cut(false));
    }

    boolean quiet() {
        return quiet;
    }

    List<SimNode> nodes() {
        return nodes;
    }

    List<SimScreen> screens() {
        return screens;
    }

    /** One that is ready, or null. */
    SimNode anyNode() {
        List<SimNode> ready = nodes.stream().filter(SimNode::ready).toList();
        return ready.isEmpty() ? null : ready.get(time.random.nextInt(ready.size()));
    }
}
