package io.guatu.access;

import static io.guatu.domain.Role.CONTRACTOR;
import static io.guatu.domain.Role.LEADER;
import static io.guatu.domain.Role.MANAGER;
import static io.guatu.domain.Role.OFFICE;
import static io.guatu.domain.Role.SCREEN;
import static io.guatu.domain.Role.SYSTEM;

import io.guatu.domain.AccessUpdate;
import io.guatu.domain.AccessUpdate.*;
import io.guatu.domain.BlockerUpdate.*;
import io.guatu.domain.BoardUpdate.*;
import io.guatu.domain.DirectiveUpdate.*;
import io.guatu.domain.GrantAction;
import io.guatu.domain.HazardUpdate.*;
import io.guatu.domain.InvestmentUpdate.*;
import io.guatu.domain.PlanUpdate.*;
import io.guatu.domain.ProgressUpdate.*;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectUpdate.*;
import io.guatu.domain.Role;
import io.guatu.domain.Update;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The one table of who may do what; routes, bridge, rules and tests ask it. What is not listed is denied. The office, the
 * leaders and the program reach every project, managers and contractors their own.
 */
public final class Scope {
    private static final Set<Role> TOWN = Set.of(OFFICE, MANAGER);
    private static final Set<Role> SITE = Set.of(OFFICE, MANAGER, CONTRACTOR);
    private static final Set<Role> ANYONE = Set.of(OFFICE, MANAGER, LEADER, CONTRACTOR);
    private static final Set<Role> ABOVE = Set.of(OFFICE, LEADER);

    private static final Map<Class<? extends Update>, Set<Role>> TELL = Map.ofEntries(
            // the board
            Map.entry(BoardOpened.class, Set.of(SYSTEM, OFFICE)),
            Map.entry(RulesAdopted.class, Set.of(SYSTEM, OFFICE)),
            Map.entry(CalendarAdopted.class, Set.of(SYSTEM, OFFICE)),
            Map.entry(WeightingChosen.class, Set.of(OFFICE)),
            Map.entry(HeadingLearned.class, Set.of(OFFICE)),
            Map.entry(AddressNamed.class, Set.of(OFFICE)),
            Map.entry(SealChosen.class, Set.of(OFFICE)),
            Map.entry(OutlineDrawn.class, Set.of(OFFICE)),
            Map.entry(PublicationAgreed.class, Set.of(OFFICE)),
            Map.entry(OperatorNamed.class, Set.of(OFFICE)),
            Map.entry(FormReceived.class, Set.of(OFFICE)),
            Map.entry(FormSaved.class, Set.of(OFFICE)),
            Map.entry(FormRetired.class, Set.of(OFFICE)),
            Map.entry(AccessAgreed.class, Set.of(OFFICE)),
            Map.entry(MeetingHeld.class, Set.of(OFFICE)),
            Map.entry(TemplateSaved.class, Set.of(OFFICE)),
            Map.entry(TemplateRetired.class, Set.of(OFFICE)),
            // access
            Map.entry(PersonAdded.class, Set.of(SYSTEM, OFFICE)),
            Map.entry(PersonDisabled.class, Set.of(OFFICE)),
            Map.entry(PersonEnabled.class, Set.of(OFFICE)),
            Map.entry(PasswordReset.class, Set.of(OFFICE)),
            Map.entry(LogInCopied.class, Set.of(SYSTEM)),
            Map.entry(PasswordChanged.class, Set.of(OFFICE, MANAGER, LEADER)),
            Map.entry(ScreenIssued.class, Set.of(SYSTEM, OFFICE)),
            Map.entry(ScreenNamed.class, Set.of(OFFICE)),
            Map.entry(ScreenRevoked.class, Set.of(OFFICE)),
            Map.entry(GrantIssued.class, TOWN),
            Map.entry(GrantRevoked.class, TOWN),
            Map.entry(GrantShown.class, TOWN),
            // the project
            Map.entry(ProjectOpened.class, Set.of(OFFICE)),
            Map.entry(ProjectAmended.class, Set.of(OFFICE)),
            Map.entry(ProjectDescribed.class, Set.of(OFFICE)),
            Map.entry(PermitObtained.class, TOWN),
            Map.entry(ProjectPlaced.class, TOWN),
            Map.entry(StageChanged.class, TOWN),
            Map.entry(LandmarkReached.class, TOWN),
            Map.entry(ProjectSuspended.class, TOWN),
            Map.entry(ProjectResumed.class, TOWN),
            Map.entry(ProjectArchived.class, Set.of(OFFICE)),
            Map.entry(ProjectRestored.class, Set.of(OFFICE)),
            Map.entry(PhotoReceived.class, ANYONE),
            // its plan
            Map.entry(MilestonePlanned.class, TOWN),
            Map.entry(QuantityPlanned.class, TOWN),
            Map.entry(BaselineSet.class, Set.of(OFFICE)),
            Map.entry(ForecastMoved.class, TOWN),
            // its progress
            Map.entry(ProgressReported.class, SITE),
            Map.entry(ProgressVerified.class, TOWN),
            Map.entry(ProgressReturned.class, TOWN),
            Map.entry(ProgressWithdrawn.class, Set.of(CONTRACTOR)),
            Map.entry(StillTrue.class, SITE),
            Map.entry(SiteDiary.class, SITE),
            // what is in the way
            Map.entry(BlockerRaised.class, SITE),
            Map.entry(BlockerPromised.class, TOWN),
            Map.entry(BlockerEscalated.class, Set.of(OFFICE, MANAGER, LEADER)),
            Map.entry(BlockerCleared.class, TOWN),
            Map.entry(RelocationCounted.class, TOWN),
            Map.entry(PetitionsCounted.class, TOWN),
            // safety
            Map.entry(HazardFound.class, ANYONE),
            Map.entry(HazardFixedOnSpot.class, SITE),
            Map.entry(NoticeIssued.class, TOWN),
            Map.entry(HazardRectified.class, SITE),
            Map.entry(HazardRechecked.class, Set.of(OFFICE, MANAGER, LEADER)),
            // directives
            Map.entry(DirectiveIssued.class, ABOVE),
            Map.entry(DirectiveAcknowledged.class, TOWN),
            Map.entry(DirectiveAnswered.class, TOWN),
            Map.entry(DirectiveAccepted.class, ABOVE),
            Map.entry(DirectiveSentBack.class, ABOVE),
            Map.entry(DirectiveWithdrawn.class, ABOVE),
            // money
            Map.entry(InvestmentPlanned.class, TOWN),
            Map.entry(InvestmentCompleted.class, TOWN),
            Map.entry(InvestmentDetailed.class, TOWN),
            Map.entry(MonthPlanned.class, TOWN),
            Map.entry(ContractSigned.class, TOWN),
            Map.entry(ContractVaried.class, TOWN));

    private static final Map<Sight, Set<Role>> SEE = Map.ofEntries(
            Map.entry(Sight.BOARD, Set.of(OFFICE, MANAGER, LEADER, SCREEN)),
            Map.entry(Sight.SITE, Set.of(OFFICE, MANAGER, LEADER, SCREEN, CONTRACTOR)),
            Map.entry(Sight.PETITIONS, Set.of(OFFICE, MANAGER, LEADER)),
            Map.entry(Sight.GRANTS, TOWN),
            Map.entry(Sight.SCREENS, Set.of(OFFICE)),
            Map.entry(Sight.PEOPLE, Set.of(OFFICE)),
            Map.entry(Sight.RULES, Set.of(OFFICE, MANAGER, LEADER)),
            Map.entry(Sight.TEMPLATES, TOWN),
            Map.entry(Sight.NAMES, Set.of(OFFICE, MANAGER, LEADER)),
            Map.entry(Sight.TABLES, Set.of(OFFICE, MANAGER, LEADER)),
            Map.entry(Sight.AUDIT, Set.of(OFFICE)),
            Map.entry(Sight.RECEIVERS, Set.of(OFFICE)),
            Map.entry(Sight.OWN_MAIL, Set.of(OFFICE, MANAGER, LEADER)),
            Map.entry(Sight.OWN_FEEDS, Set.of(OFFICE, MANAGER, LEADER)),
            Map.entry(Sight.COMPLAINTS, Set.of(OFFICE)));

    /** Told of oneself: of no project, so owning one is not asked. */
    private static final Set<Class<? extends Update>> OF_ONESELF = Set.of(PasswordChanged.class);

    /** What of a contractor's telling a grant may leave out; what is not here comes with every grant. */
    private static final Map<Class<? extends Update>, GrantAction> ACTIONS = Map.of(
            ProgressReported.class, GrantAction.PROGRESS,
            ProgressWithdrawn.class, GrantAction.PROGRESS,
            StillTrue.class, GrantAction.PROGRESS,
            SiteDiary.class, GrantAction.PROGRESS,
            BlockerRaised.class, GrantAction.BLOCKERS,
            HazardFound.class, GrantAction.HAZARDS,
            HazardFixedOnSpot.class, GrantAction.HAZARDS,
            HazardRectified.class, GrantAction.HAZARDS);

    private static final Set<Role> OWN_ONLY = Set.of(MANAGER, CONTRACTOR);

    /** What there is to see. */
    public enum Sight {
        /** The town's view of everything: cards, totals, what happened, past days. */
        BOARD(false),
        /** The site's view of one project. */
        SITE(false),
        PETITIONS(true),
        GRANTS(true),
        SCREENS(false),
        PEOPLE(false),
        /** Rule sets, and the board under another one. */
        RULES(false),
        /** What plans can be made of. */
        TEMPLATES(false),
        /** Which offices, companies and people the board speaks of, to choose from. */
        NAMES(false),
        /** The tables that offices upward ask for. */
        TABLES(false),
        /** Who has access, among the entries. */
        AUDIT(false),
        /** Which groups hear from the board, and what they were told. */
        RECEIVERS(false),
        /** What one hears oneself, by mail. */
        OWN_MAIL(false),
        /** The addresses at which one's own programs read the board. */
        OWN_FEEDS(false),
        /** What strangers complained of and suggested. */
        COMPLAINTS(false);

        private final boolean own;

        /** @param own whether managers see it of their own projects only */
        Sight(boolean own) {
            this.own = own;
        }
    }

    private Scope() {}

    /** Whether this kind of update may come from this principal on this project (null: it concerns the whole board). */
    public static boolean mayTell(Principal who, Class<? extends Update> kind, ProjectId project) {
        return TELL.getOrDefault(kind, Set.of()).contains(who.role())
                && (!OWN_ONLY.contains(who.role()) || OF_ONESELF.contains(kind) || project != null && who.owns(project))
                && (who.role() != CONTRACTOR
                        || !ACTIONS.containsKey(kind)
                        || who.actions().contains(ACTIONS.get(kind)));
    }

    /** The kinds that this role may tell, of its own projects or of the board. */
    public static Set<Class<? extends Update>> tells(Role role) {
        Set<Class<? extends Update>> kinds = new HashSet<>(TELL.keySet());
        kinds.removeIf(kind -> !TELL.get(kind).contains(role));
        return kinds;
    }

    /** Whether this may be seen, of this project (null: of the board). */
    public static boolean maySee(Principal who, Sight sight, ProjectId project) {
        boolean ownOnly = who.role() == CONTRACTOR || who.role() == MANAGER && sight.own;
        return SEE.get(sight).contains(who.role()) && (!ownOnly || project != null && who.owns(project));
    }

    /** The town's view: every card, the totals, what happened. */
    public static boolean maySeeBoard(Principal who) {
        return maySee(who, Sight.BOARD, null);
    }

    /** The site's view of one project: its contractors, and whoever may see the board. */
    public static boolean maySeeSite(Principal who, ProjectId project) {
        return maySee(who, Sight.SITE, project);
    }

    /** The kinds of entries that are not for this principal, among the entries of the project (null: of all). */
    public static Set<Class<? extends Update>> hidden(Principal who, ProjectId project) {
        Set<Class<? extends Update>> hidden = new HashSet<>();
        for (Class<? extends Update> kind : TELL.keySet()) {
            boolean access = AccessUpdate.class.isAssignableFrom(kind) && !maySee(who, Sight.AUDIT, null);
            boolean petitions = kind == PetitionsCounted.class && !maySee(who, Sight.PETITIONS, project);
            if (access || petitions) {
                hidden.add(kind);
            }
        }
        return hidden;
    }

    /** What just happened, as every wall shows it: without access, petitions, the arrival of photos, what every site says every day and what plans are made of. */
    public static boolean isNews(Class<? extends Update> kind) {
        return !AccessUpdate.class.isAssignableFrom(kind)
                && kind != PetitionsCounted.class
                && kind != PhotoReceived.class
                && kind != SiteDiary.class
                && kind != CalendarAdopted.class
                && kind != HeadingLearned.class
                && kind != TemplateSaved.class
                && kind != TemplateRetired.class
                && kind != AddressNamed.class
                && kind != OutlineDrawn.class
                && kind != PublicationAgreed.class
                && kind != OperatorNamed.class
                && kind != FormReceived.class
                && kind != FormSaved.class
                && kind != FormRetired.class
                && kind != SealChosen.class
                && kind != AccessAgreed.class;
    }
}
