package io.guatu.sheet;

import io.guatu.domain.ProjectId;
import io.guatu.domain.Stage;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import io.guatu.sheet.Proposal.Candidate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Goes over the lines of a sheet once and puts each beside the board. */
final class SheetReader {
    private static final String NEW = "new";
    private static final String OTHERS = "*";

    private final Grid grid;
    private final Header header;
    private final Answers answers;
    private final Known known;
    private final ProjectIds ids;
    private final Set<ProjectId> meant = new HashSet<>();
    private final Set<String> questions = new TreeSet<>();

    SheetReader(Grid grid, Header header, Answers answers, Present present) {
        this.grid = grid;
        this.header = header;
        this.answers = answers;
        this.known = new Known(present.projects());
        this.ids = new ProjectIds(known.ids());
    }

    Reading read(List<String> names) {
        List<Column> columns = new Columns(header, answers).meant();
        boolean named = columns.stream().anyMatch(column -> column.field() == Field.NAME);
        if (!named) {
            questions.add("name");
        }
        Lines lines = named ? Lines.read(grid, header, columns) : new Lines(List.of(), List.of(), List.of());
        List<Proposal> proposals = lines.projects().stream().map(this::proposal).toList();
        return new Reading(
                names,
                grid.name(),
                header.first() == header.last() ? List.of(header.first()) : List.of(header.first(), header.last()),
                columns.stream()
                        .map(column -> Reading.Meant.of(column, grid, header))
                        .toList(),
                questions,
                proposals,
                lines.skipped(),
                lines.faults());
    }

    private Proposal proposal(Line line) {
        line.faults().forEach(fault -> ask(fault.code(), "unit", "year", "month"));
        String said = answers.same().get(String.valueOf(line.row()));
        Optional<KnownProject> project = said == null
                ? Optional.ofNullable(line.text(Field.CODE))
                        .flatMap(known::coded)
                        .or(() -> known.named(line.name()))
                : NEW.equals(said) ? Optional.empty() : known.find(new ProjectId(said));
        if (project.isPresent()) {
            return known(line, project.get());
        }
        boolean isNew = NEW.equals(said == null ? answers.same().get(OTHERS) : said);
        List<KnownProject> near = isNew ? List.of() : known.near(line.name());
        boolean nobody = said != null && !isNew;
        if (!near.isEmpty() || nobody) {
            questions.add("same");
            List<Candidate> candidates = near.stream()
                    .map(each -> new Candidate(each.id(), each.name()))
                    .toList();
            return unclear(line, null, List.of(), candidates, new Fault(place(line), "same", line.name()));
        }
        return opened(line);
    }

    private Proposal known(Line line, KnownProject project) {
        if (project.archived()) {
            return unclear(line, project.id(), List.of(), List.of(), new Fault(place(line), "archived", line.name()));
        }
        if (!meant.add(project.id())) {
            return unclear(line, project.id(), List.of(), List.of(), new Fault(place(line), "twice", line.name()));
        }
        Comparison compared = Comparison.with(line, project, answers.reason());
        if (compared.lacksReason()) {
            questions.add("reason");
            return unclear(
                    line, project.id(), compared.changes(), List.of(), new Fault(place(line), "reason", line.name()));
        }
        Proposal.State state = compared.updates().isEmpty() ? Proposal.State.SAME : Proposal.State.CHANGED;
        return proposal(line, project.id(), state, compared, project.expected());
    }

    private Proposal opened(Line line) {
        String sector = line.text(Field.SECTOR) == null ? answers.sector() : line.text(Field.SECTOR);
        Stage stage = line.stage() == null ? answers.stage() : line.stage();
        List<Fault> missing = new ArrayList<>();
        if (sector == null) {
            questions.add("sector");
            missing.add(new Fault(place(line), "sector-missing", line.name()));
        }
        if (stage == null) {
            questions.add("stage");
            missing.add(new Fault(place(line), "stage-missing", line.name()));
        }
        if (!missing.isEmpty()) {
            return unclear(line, null, List.of(), List.of(), missing.toArray(Fault[]::new));
        }
        return proposal(line, ids.next(line.name()), Proposal.State.NEW, Comparison.opening(line, sector, stage), null);
    }

    private static Proposal proposal(
            Line line, ProjectId id, Proposal.State state, Comparison compared, Long expected) {
        List<Update> updates = compared.updates();
        String told =
                updates.stream().map(Json::write).collect(Collectors.joining("\n", id + " " + expected + "\n", ""));
        String key = "sheet-" + UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8));
        return new Proposal(
                line.row(),
                line.name(),
                id,
                state,
                compared.changes(),
                line.faults(),
                List.of(),
                updates,
                expected,
                key);
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

    private void ask(String code, String... asked) {
        for (String question : asked) {
            if (code.equals(question)) {
                questions.add(question);
            }
        }
    }

    private static String place(Line line) {
        return line.places().getOrDefault(Field.NAME, String.valueOf(line.row()));
    }
}
