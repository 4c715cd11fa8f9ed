package io.guatu.domain;

import java.time.LocalDate;
import java.util.List;

/** What concerns the board as a whole. */
public sealed interface BoardUpdate extends Update {
    @Override
    default boolean ofBoard() {
        return true;
    }

    /**
     * The board gets its name. {@code demo} boards say so on every screen; null means no.
     *
     * @param county 市（区、县）, as tables upward name it; null: nobody said
     * @param town 街镇, likewise
     */
    record BoardOpened(Name name, Boolean demo, String county, String town) implements BoardUpdate {
        public BoardOpened {
            county = Visible.name(county);
            town = Visible.name(town);
        }
    }

    /** From now on lamps follow this rule set; the entry holds it whole, so that history keeps the colour it had. */
    record RulesAdopted(RuleSet rules, String reason) implements BoardUpdate {}

    /**
     * The working days of a year as the State Council arranged them: weekdays that are {@code off}, and days of a weekend
     * that are worked ({@code on}, 调休). A later entry for the same year replaces it.
     */
    record CalendarAdopted(int year, List<LocalDate> off, List<LocalDate> on) implements BoardUpdate {
        public CalendarAdopted {
            off = List.copyOf(off);
            on = List.copyOf(on);
        }
    }

    /** How the programme's totals weigh its projects from now on. */
    record WeightingChosen(Weighting weighting) implements BoardUpdate {}

    /** From now on plans may be made of this template; told again under the same id, it is the one that counts. */
    record TemplateSaved(PlanTemplate template) implements BoardUpdate {}

    /** The template is offered no more, until it is saved again; plans that were made of it stay. {@code name}: what it was called. */
    record TemplateRetired(TemplateId template, Name name) implements BoardUpdate {}

    /**
     * What a heading of the town's lists means: {@code field} is a word of the contract, or {@code -} where the column is not
     * wanted. {@code heading} is without its brackets, years and blanks. A later entry replaces an earlier one.
     */
    record HeadingLearned(String heading, String field) implements BoardUpdate {
        public HeadingLearned {
            heading = Visible.name(heading);
        }
    }

    /**
     * The outline of the town on its map, in rings of three places and more as {@code system} writes places. {@code source}: where
     * it was taken from, and how exact it is.
     */
    record OutlineDrawn(List<List<Coordinates>> rings, CoordinateSystem system, String source) implements BoardUpdate {
        public OutlineDrawn {
            rings = rings.stream().map(List::copyOf).toList();
        }

        /** In WGS-84. */
        public List<List<Coordinates>> lines() {
            return rings.stream()
                    .map(ring -> ring.stream().map(system::wgs84).toList())
                    .toList();
        }
    }

    /**
     * What strangers may see, without a token: these projects, and of them beside their names these {@code fields}. Not
     * {@code open}: nothing. A later entry replaces it whole.
     *
     * @param frames origins whose pages may show a project's card in a frame
     */
    record PublicationAgreed(boolean open, List<ProjectId> projects, List<PublicField> fields, List<String> frames)
            implements BoardUpdate {
        public PublicationAgreed {
            projects = projects.stream().distinct().toList();
            fields = fields.stream().distinct().toList();
            frames = frames.stream().distinct().toList();
        }
    }

    /**
     * Who runs the board and how they are reached, as every page says at its foot; a later entry replaces it whole. An office, not
     * a person: what is told here stays in the ledger.
     *
     * @param complaints how complaints and suggestions are taken
     */
    record OperatorNamed(
            String organisation, String department, String phone, String post, String mailbox, Intake complaints)
            implements BoardUpdate {
        public OperatorNamed {
            organisation = Visible.name(organisation);
            department = Visible.name(department);
            post = Visible.name(post);
        }

        public boolean online() {
            return complaints == Intake.ONLINE;
        }
    }

    /**
     * Where phones and walls reach the board ({@code https://board.example}): links and codes are made for it, wherever the
     * desk is open.
     */
    record AddressNamed(String address) implements BoardUpdate {
        public AddressNamed {
            address = address.replaceFirst("/+$", "");
        }
    }

    /**
     * A form of an office upward arrived, as a workbook: its bytes are kept beside the ledger, named by their SHA-256.
     *
     * @param name of the file
     * @param sheets their names
     */
    record FormReceived(String file, String name, int bytes, List<String> sheets) implements BoardUpdate {
        public FormReceived {
            name = Visible.name(name);
            sheets = List.copyOf(sheets);
        }
    }

    /** How a form is filled from now on: which file, and what into which cells. Told again under the same id, it is the one that counts. */
    record FormSaved(FormId form, String name, String file, List<FormSheet> sheets) implements BoardUpdate {
        public FormSaved {
            name = Visible.name(name);
            sheets = List.copyOf(sheets);
        }
    }

    /** The form is offered no more, until it is saved again; what it was stays known. {@code name}: what it was called. */
    record FormRetired(FormId form, String name) implements BoardUpdate {}

    /**
     * Who may in, and how.
     *
     * @param idleMinutes after which a log-in that nobody uses ends
     * @param passwordLength of a password that is chosen from now on, at least
     * @param logDays for which the access log is kept
     * @param duties whether the office may verify progress
     */
    record AccessAgreed(SecondFactor secondFactor, int idleMinutes, int passwordLength, int logDays, Duties duties)
            implements BoardUpdate {
        /** What holds until something is agreed. */
        public static final AccessAgreed BEFORE =
                new AccessAgreed(SecondFactor.NONE, 7 * 24 * 60, 10, 180, Duties.APART);
    }

    /** From this entry on, itself included, entries are sealed by this hash; what was sealed before stays as it is. */
    record SealChosen(SealHash hash) implements BoardUpdate {}

    /**
     * 调度会: the monthly meeting was held. What it was about is in the ledger already, and only named: the meeting began
     * when {@code began} was the newest entry, spoke of the {@code agenda}, and issued the {@code decisions} as directives.
     * Null is what nobody noted.
     */
    record MeetingHeld(
            String title, String note, String present, Long began, List<ProjectId> agenda, List<Long> decisions)
            implements BoardUpdate {
        public MeetingHeld {
            title = Visible.name(title);
            agenda = agenda == null ? null : List.copyOf(agenda);
            decisions = decisions == null ? null : List.copyOf(decisions);
        }
    }
}
