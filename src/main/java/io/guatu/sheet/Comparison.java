package io.guatu.sheet;

import io.guatu.board.fold.Description;
import io.guatu.domain.CoordinateSystem;
import io.guatu.domain.Coordinates;
import io.guatu.domain.Landmark;
import io.guatu.domain.Name;
import io.guatu.domain.Permit;
import io.guatu.domain.ProjectKind;
import io.guatu.domain.ProjectUpdate.LandmarkReached;
import io.guatu.domain.ProjectUpdate.PermitObtained;
import io.guatu.domain.ProjectUpdate.ProjectAmended;
import io.guatu.domain.ProjectUpdate.ProjectDescribed;
import io.guatu.domain.ProjectUpdate.ProjectOpened;
import io.guatu.domain.ProjectUpdate.ProjectPlaced;
import io.guatu.domain.ProjectUpdate.StageChanged;
import io.guatu.domain.Stage;
import io.guatu.domain.Update;
import io.guatu.sheet.Proposal.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A line beside what the board knows: what is different, and the updates that say so. An empty cell takes nothing away. */
final class Comparison {
    private final Line line;
    private final KnownProject known;
    private final String reason;
    private final List<Change> changes = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private final StepsCompared steps;
    private boolean needsReason;

    /** @param known null: the project is new */
    private Comparison(Line line, KnownProject known, Answers answers, LocalDate today) {
        this.line = line;
        this.known = known;
        this.reason = known == null ? null : answers.reason();
        this.steps = StepsCompared.of(
                line.beyond().steps(), known == null ? List.of() : known.steps(), begins(line), answers, today);
    }

    /** Of a project that is new; sector and stage are known. */
    static Comparison opening(Line line, String sector, Stage stage, Answers answers, LocalDate today) {
        Comparison made = new Comparison(line, null, answers, today);
        made.changed(Field.SECTOR, null, sector);
        made.changed(Field.STAGE, null, stage);
        made.updates.add(new ProjectOpened(
                new Name(line.name(), null),
                sector,
                ProjectKind.WORKS,
                stage,
                made.changed(Field.OWNER, null, line.text(Field.OWNER)),
                null,
                null));
        made.beside();
        return made;
    }

    /** With what somebody said of days and sums that are others than they were. */
    static Comparison with(Line line, KnownProject known, Answers answers, LocalDate today) {
        Comparison made = new Comparison(line, known, answers, today);
        String owner = made.changed(Field.OWNER, known.owner(), line.text(Field.OWNER));
        String sector = made.changed(Field.SECTOR, known.sector(), line.text(Field.SECTOR));
        if (owner != null || sector != null) {
            made.updates.add(new ProjectAmended(null, sector, owner, null, null, null, null, made.reason));
        }
        Stage stage = made.changed(Field.STAGE, known.stage(), line.stage());
        if (stage != null) {
            made.needsReason |= stage == Stage.CANCELLED;
            made.updates.add(new StageChanged(stage, made.reason));
        }
        made.beside();
        return made;
    }

    List<Change> changes() {
        return changes;
    }

    List<Update> updates() {
        return updates;
    }

    /** Whether days or sums that were known would change, and nobody said why. */
    boolean lacksReason() {
        return needsReason && (reason == null || reason.isBlank());
    }

    private static LocalDate begins(Line line) {
        return line.day(Field.BEGINS) == null ? line.day(Field.STARTED) : line.day(Field.BEGINS);
    }

    /** Whether a plan could be begun, and nobody said whether it is to be. */
    boolean asksPlan() {
        return steps.asksPlan();
    }

    /** Whether milestones would move, and nobody said why. */
    boolean lacksCause() {
        return steps.lacksCause();
    }

    /** What was not understood only beside the board. */
    List<Fault> faults() {
        return steps.faults();
    }

    private void beside() {
        describe();
        PermitCell.FIELDS.keySet().stream().sorted().forEach(this::permit);
        landmark(Landmark.START, Field.STARTED, known == null ? null : known.started());
        landmark(Landmark.COMPLETION, Field.FINISHED, known == null ? null : known.finished());
        // Before what there may be much of: a batch that is full leaves the plan whole.
        changes.addAll(steps.changes());
        updates.addAll(steps.updates());
        needsReason |= steps.needsReason();
        money();
        site();
    }

    private void site() {
        Coordinates was = known == null ? null : known.site();
        Coordinates site = line.beyond().site();
        // Another spelling of the same metre is no other place.
        boolean there = was != null && site != null && was.metresTo(site) == 0;
        if (!there && changed(Field.SITE, was, site) != null) {
            updates.add(new ProjectPlaced(site, null, CoordinateSystem.WGS_84, null));
        }
    }

    private void describe() {
        Description was = known == null ? null : known.description();
        ProjectDescribed told = new ProjectDescribed(
                changed(Field.CODE, was == null ? null : was.code(), line.text(Field.CODE)),
                changed(Field.PLACE, was == null ? null : was.place(), line.text(Field.PLACE)),
                changed(Field.CONTENT, was == null ? null : was.content(), line.text(Field.CONTENT)),
                changed(Field.NATURE, was == null ? null : was.nature(), line.text(Field.NATURE)),
                changed(Field.UNIT, was == null ? null : was.unit(), line.text(Field.UNIT)),
                changed(Field.LEAD, was == null ? null : was.lead(), line.text(Field.LEAD)),
                changed(Field.CONTACT, was == null ? null : was.contact(), line.text(Field.CONTACT)),
                aliases(was),
                changed(Field.OWNER_CODE, was == null ? null : was.ownerCode(), line.text(Field.OWNER_CODE)),
                changed(Field.TIER, was == null ? null : was.tier(), line.tier()),
                changed(Field.LAND, was == null ? null : was.land(), line.quantity(Field.LAND)),
                moved(Field.BEGINS, was == null ? null : was.begins()),
                moved(Field.ENDS, was == null ? null : was.ends()),
                changed(Field.LISTED, was == null ? null : was.listed(), line.listed()),
                reason);
        boolean tells = told.code() != null
                || told.place() != null
                || told.content() != null
                || told.nature() != null
                || told.unit() != null
                || told.lead() != null
                || told.contact() != null
                || told.aliases() != null
                || told.ownerCode() != null
                || told.tier() != null
                || told.land() != null
                || told.listed() != null
                || told.begins() != null
                || told.ends() != null;
        if (tells) {
            updates.add(told);
        }
    }

    /** A list says no day, and what it only ticks is known already when a number is. */
    private void permit(Field field) {
        Permit permit = PermitCell.FIELDS.get(field);
        PermitObtained was = known == null ? null : known.permits().held().get(permit);
        String said = line.text(field);
        String document = said == null ? null : PermitCell.document(said);
        boolean says = said != null && (was == null || document != null && !document.equals(was.document()));
        if (says) {
            changes.add(new Change(
                    field,
                    was == null ? null : was.document(),
                    said,
                    line.places().get(field),
                    null));
            needsReason |= was != null;
            updates.add(
                    new PermitObtained(permit, document, was == null ? null : was.on(), was == null ? null : reason));
        }
    }

    /** What the list calls it is one of its names from now on, so that nobody is asked again. */
    private List<String> aliases(Description was) {
        if (known == null || new Known(List.of(known)).named(line.name()).isPresent()) {
            return null;
        }
        List<String> all = new ArrayList<>(was.aliases());
        all.add(line.name());
        changed(Field.NAME, known.name(), line.name());
        return all;
    }

    private LocalDate moved(Field field, LocalDate was) {
        LocalDate next = changed(field, was, line.day(field));
        needsReason |= was != null && next != null;
        return next;
    }

    private void landmark(Landmark landmark, Field field, LocalDate was) {
        LocalDate next = moved(field, was);
        if (next != null) {
            updates.add(new LandmarkReached(landmark, next, was == null ? null : reason));
        }
    }

    private void money() {
        InvestmentCompared money = new InvestmentCompared(line, known == null ? null : known.investment(), reason);
        changes.addAll(money.changes());
        updates.addAll(money.updates());
        needsReason |= money.needsReason();
        ContractsCompared contracts =
                new ContractsCompared(line.beyond().contracts(), known == null ? null : known.contracts(), reason);
        changes.addAll(contracts.changes());
        updates.addAll(contracts.updates());
        needsReason |= contracts.needsReason();
    }

    /** @return what is to be told, or null when the line says nothing else than what is known */
    private <T> T changed(Field field, T before, T after) {
        if (after == null || after.equals(before)) {
            return null;
        }
        changes.add(new Change(field, before, after, line.places().get(field), null));
        return after;
    }
}
