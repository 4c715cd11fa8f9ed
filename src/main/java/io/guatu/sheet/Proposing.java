package io.guatu.sheet;

import io.guatu.domain.ProjectId;
import io.guatu.domain.Stage;
import io.guatu.sheet.Proposal.Candidate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts one line after another beside the board: which project it means, what it would tell, what a person must say first. */
final class Proposing {
    private static final String NEW = "new";
    private static final String OTHERS = "*";
    private final Answers answers;
    private final LocalDate today;
    private final Known known;
    private final ProjectIds ids;
    private final Set<ProjectId> meant = new HashSet<>();
    private final Set<String> questions = new TreeSet<>();

    Proposing(Answers answers, Present present) {
        this.answers = answers;
        this.today = present.today();
        this.known = new Known(present.projects());
        this.ids = new ProjectIds(known.ids());
    }

    /** What was asked so far. */
    Set<String> questions() {
        return questions;
    }

    void ask(String question) {
        questions.add(question);
    }

    /** The project that the line means: as a person said, else by its id, its code or its name. */
    Optional<KnownProject> meant(Line line) {
        String said = said(line);
        if (said != null) {
            return NEW.equals(said) ? Optional.empty() : known.find(new ProjectId(said));
        }
        return Optional.ofNullable(line.beyond().id())
                .flatMap(known::find)
                .or(() -> Optional.ofNullable(line.text(Field.CODE)).flatMap(known::coded))
                .or(() -> known.named(line.name()));
    }

    Proposal of(Line line) {
        line.faults().stream()
                .map(Fault::code)
                .filter(Set.of("unit", "year", "month")::contains)
                .forEach(this::ask);
        String said = said(line);
        Optional<KnownProject> project = meant(line);
        if (project.isPresent()) {
            return known(line, project.get());
        }
        boolean isNew = NEW.equals(said == null ? answers.same().get(OTHERS) : said);
        List<KnownProject> near = isNew ? List.of() : known.near(line.name());
        boolean nobody = said != null && !isNew;
        if (!near.isEmpty() || nobody) {
            ask("same");
            List<Candidate> candidates = near.stream()
                    .map(each -> new Candidate(each.id(), each.name()))
                    .toList();
            return unclear(line, null, List.of(), candidates, new Fault(place(line), "same", line.name()));
        }
        return opened(line);
    }

    private String said(Line line) {
        return answers.same().get(String.valueOf(line.row()));
    }

    private Proposal known(Line line, KnownProject project) {
        if (project.archived()) {
            return unclear(line, project.id(), List.of(), List.of(), new Fault(place(line), "archived", line.name()));
        }
        if (!meant.add(project.id())) {
            return unclear(line, project.id(), List.of(), List.of(), new Fault(place(line), "twice", line.name()));
        }
        Comparison compared = Comparison.with(line, project, answers, today);
        List<Fault> missing = new ArrayList<>();
        if (compared.lacksCause()) {
            missing.add(new Fault(place(line), "cause", line.name()));
        }
        if (compared.lacksReason()) {
            missing.add(new Fault(place(line), "reason", line.name()));
        }
        missing.forEach(fault -> ask(fault.code()));
        if (!missing.isEmpty()) {
            return unclear(line, project.id(), compared.changes(), List.of(), missing.toArray(Fault[]::new));
        }
        Proposal.State state = compared.updates().isEmpty() ? Proposal.State.SAME : Proposal.State.CHANGED;
        return proposal(line, project.id(), state, compared, project.expected());
    }

    private Proposal opened(Line line) {
        String sector = line.text(Field.SECTOR) == null ? answers.sector() : line.text(Field.SECTOR);
        Stage stage = line.stage() == null ? answers.stage() : line.stage();
        List<Fault> missing = new ArrayList<>();
        if (sector == null) {
            ask("sector");
            missing.add(new Fault(place(line), "sector-missing", line.name()));
        }
        if (stage == null) {
            ask("stage");
            missing.add(new Fault(place(line), "stage-missing", line.name()));
        }
        if (!missing.isEmpty()) {
            return unclear(line, null, List.of(), List.of(), missing.toArray(Fault[]::new));
        }
        Comparison compared = Comparison.opening(line, sector, stage, answers, today);
        return proposal(line, ids.next(line.name()), Proposal.State.NEW, compared, null);
    }

    private Proposal proposal(Line line, ProjectId id, Proposal.State state, Comparison compared, Long expected) {
        if (compared.asksPlan()) {
            ask("plan");
        }
        List<Fault> faults = new ArrayList<>(line.faults());
        faults.addAll(compared.faults());
        return Proposal.telling(
                line.row(),
                line.name(),
                place(line),
                id,
                state,
                compared.changes(),
                faults,
                compared.updates(),
                expected);
    }

    private static Proposal unclear(
            Line line, ProjectId id, List<Proposal.Change> changes, List<Candidate> candidates, Fault... why) {
        List<Fault> faults = new ArrayList<>(List.of(why));
        faults.addAll(line.faults());
        return new Proposal(
                line.row(),
                line.name(),
                id,
                Proposal.State.UNCLEAR,
                changes,
                faults,
                candidates,
                List.of(),
                null,
                null);
    }

    private static String place(Line line) {
        return line.places().getOrDefault(Field.NAME, String.valueOf(line.row()));
    }
}
