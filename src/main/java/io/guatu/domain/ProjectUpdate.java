package io.guatu.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What a project is, and where it stands as a whole. */
public sealed interface ProjectUpdate extends Update {
    /**
     * A project comes onto the board. {@code sector} is an OC4IDS sector code; {@code cadence} is how many working days may
     * pass between two reports (null: 5, a week); {@code owner} and {@code capacity} are null where nobody named them.
     */
    record ProjectOpened(
            Name name,
            String sector,
            ProjectKind projectKind,
            Stage stage,
            String owner,
            Name capacity,
            Integer cadence)
            implements ProjectUpdate {
        public ProjectOpened {
            owner = Visible.name(owner);
        }
    }

    /**
     * Facts of the project change or become known; what is null stays. {@code site} is where distances of photos are
     * measured from; {@code weight} is the project's share when totals weigh by set weight.
     */
    record ProjectAmended(
            Name name,
            String sector,
            String owner,
            Name capacity,
            Integer cadence,
            Coordinates site,
            BigDecimal weight,
            String reason)
            implements ProjectUpdate {
        public ProjectAmended {
            owner = Visible.name(owner);
        }
    }

    /**
     * 现场位置: where it is, as {@code system} writes places, and of a road, a line, a river the {@code course} it follows
     * (null: stays; empty: none). What was typed stays as it was typed; {@link #place} and {@link #line} are WGS-84.
     */
    record ProjectPlaced(Coordinates site, List<Coordinates> course, CoordinateSystem system, String note)
            implements ProjectUpdate {
        public ProjectPlaced {
            course = course == null ? null : List.copyOf(course);
        }

        public Coordinates place() {
            return system.wgs84(site);
        }

        /** Null: nobody said. */
        public List<Coordinates> line() {
            return course == null ? null : course.stream().map(system::wgs84).toList();
        }
    }

    /**
     * What lists and forms say of the project beside its name; what is null stays. {@code code} is the national one (国家项目代码);
     * {@code unit} answers for it in the town, {@code lead} is the leader who sees to it (包联领导); {@code aliases} are other names
     * it goes by, all of them; {@code ownerCode} is the owner's own (项目法人码), {@code tier} the level that manages the project,
     * {@code land} the mu that are built on; {@code begins} and {@code ends} are the days between which it is to be built, which
     * promise nothing: that milestones do; {@code listed} is whether the statistics count it (入库).
     *
     * @param reason why the days are others than they were; not needed while they were unknown
     */
    record ProjectDescribed(
            String code,
            String place,
            String content,
            String nature,
            String unit,
            String lead,
            String contact,
            List<String> aliases,
            String ownerCode,
            Tier tier,
            Quantity land,
            LocalDate begins,
            LocalDate ends,
            Listing listed,
            String reason)
            implements ProjectUpdate {
        public ProjectDescribed {
            unit = Visible.name(unit);
            lead = Visible.name(lead);
            contact = Visible.name(contact);
            aliases = aliases == null
                    ? null
                    : aliases.stream().map(Visible::name).distinct().toList();
        }
    }

    /** A permit was given: under which number, on which day; null is what nobody said. Told again it corrects the one before, and needs a note. */
    record PermitObtained(Permit permit, String document, LocalDate on, String note) implements ProjectUpdate {}

    /** The project is in another stage; cancelling needs a reason. */
    record StageChanged(Stage stage, String reason) implements ProjectUpdate {}

    /** 开工、竣工 or 投产 happened on {@code on}; a later entry corrects an earlier one and needs a note. */
    record LandmarkReached(Landmark landmark, LocalDate on, String note) implements ProjectUpdate {}

    /** 停工: the clock stops today. */
    record ProjectSuspended(String reason, String approver, Approval approval) implements ProjectUpdate, Approved {
        @Override
        public ProjectSuspended approvedBy(String words) {
            return new ProjectSuspended(reason, words, approval);
        }
    }

    /** 复工: the clock runs again from today. */
    record ProjectResumed(String reason, String approver, Approval approval) implements ProjectUpdate, Approved {
        @Override
        public ProjectResumed approvedBy(String words) {
            return new ProjectResumed(reason, words, approval);
        }
    }

    /** The project leaves the board and stays in the ledger. */
    record ProjectArchived(String reason) implements ProjectUpdate {}

    /** An archived project is on the board again. */
    record ProjectRestored(String reason) implements ProjectUpdate {}

    /** The photo with this id, its bytes already kept, belongs to the project; see {@link Photo}. */
    record PhotoReceived(Photo photo) implements ProjectUpdate {
        @Override
        public PhotoId brings() {
            return photo.id();
        }
    }
}
