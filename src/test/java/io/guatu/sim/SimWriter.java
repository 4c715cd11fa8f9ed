package io.guatu.sim;

import io.guatu.access.Claims;
import io.guatu.access.Principal;
import io.guatu.access.Subject;
import io.guatu.command.Command;
import io.guatu.command.Verdict;
import io.guatu.domain.Author;
import io.guatu.domain.GrantAction;
import io.guatu.domain.GrantId;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import java.time.Instant;
import java.util.List;

/** Somebody who tells one thing after the other, each with a key of its own, and asks again with the same key for as long as no answer comes. */
final class SimWriter {
    /** A node that lives answers within ten seconds, if only that it does not know. */
    private static final long ANSWERS_MILLIS = 10_000;

    private final SimTown town;
    private final Timeline time;
    private final String name;
    private int told;

    SimWriter(SimTown town, String name) {
        this.town = town;
        this.time = town.time;
        this.name = name;
        next();
    }

    private void next() {
        time.within(50, 1_500, () -> {
            if (!town.quiet()) {
                String key = name + "-" + told++;
                ProjectId project = SimTown.PROJECTS.get(time.random.nextInt(SimTown.PROJECTS.size()));
                tell(key, project, update(key));
            }
        });
    }

    private Update update(String key) {
        int percent = time.random.nextInt(100);
        String text =
                switch (name) {
                    case "g-li" ->
                        "{'kind':'progress-reported','milestone':'base','percent':" + percent
                                + ",'asOf':'2026-11-24','note':'" + key + "'}";
                    case "li" -> "{'kind':'directive-issued','text':'" + key + "','deadline':'2026-12-24'}";
                    default ->
                        time.chance(0.5)
                                ? "{'kind':'blocker-raised','factor':'land','text':'" + key
                                        + "','promised':'2026-11-30'}"
                                : "{'kind':'progress-reported','milestone':'base','percent':" + percent
                                        + ",'asOf':'2026-11-24','note':'" + key + "'}";
                };
        return Json.read(text.replace('\'', '"'), Update.class);
    }

    private void tell(String key, ProjectId project, Update update) {
        SimNode node = town.anyNode();
        if (node == null) {
            time.after(300, () -> tell(key, project, update));
            return;
        }
        town.check.told(key);
        Command command = Command.of(who(name), key, key, time.clock().instant(), project, update);
        boolean[] answered = new boolean[1];
        node.submit(command).onComplete(result -> {
            answered[0] = true;
            if (result.failed()) {
                time.within(100, 1_000, () -> tell(key, project, update));
                return;
            }
            if (result.result() instanceof Verdict.Accepted accepted) {
                town.check.acknowledged(name, key, accepted.first().seq());
            } else {
                town.check.refused(key);
            }
            next();
        });
        time.after(ANSWERS_MILLIS, () -> {
            if (!answered[0]) {
                town.check.that(node.dead(), key + " was not answered in time");
                tell(key, project, update);
            }
        });
    }

    static Principal who(String name) {
        Role role =
                switch (name) {
                    case "office" -> Role.OFFICE;
                    case "li" -> Role.LEADER;
                    case "g-li" -> Role.CONTRACTOR;
                    default -> Role.MANAGER;
                };
        boolean grant = role == Role.CONTRACTOR;
        // People are not in the roster of this town; its grants are.
        Claims claims =
                grant ? new Claims(new Subject.Contractor(new GrantId(name)), Instant.EPOCH, Instant.MAX) : null;
        return new Principal(
                claims,
                new Author(name, role, name, grant ? "桐建公司" : null),
                SimTown.PROJECTS,
                List.of(new MilestoneId("base")),
                List.of(GrantAction.values()));
    }
}
