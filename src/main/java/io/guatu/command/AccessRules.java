package io.guatu.command;

import static io.guatu.command.Refusal.Code.ALREADY_DISABLED;
import static io.guatu.command.Refusal.Code.ALREADY_ISSUED;
import static io.guatu.command.Refusal.Code.ALREADY_REVOKED;
import static io.guatu.command.Refusal.Code.NAME_RESERVED;
import static io.guatu.command.Refusal.Code.NOT_DISABLED;
import static io.guatu.command.Refusal.Code.NOT_IN_SCOPE;
import static io.guatu.command.Refusal.Code.OWN_ACCOUNT;
import static io.guatu.command.Refusal.Code.ROLE_NOT_FOR_PEOPLE;
import static io.guatu.command.Refusal.Code.UNKNOWN_GRANT;
import static io.guatu.command.Refusal.Code.UNKNOWN_MILESTONE;
import static io.guatu.command.Refusal.Code.UNKNOWN_PERSON;
import static io.guatu.command.Refusal.Code.UNKNOWN_PROJECT;
import static io.guatu.command.Refusal.Code.UNKNOWN_SCREEN;
import static io.guatu.command.Refusal.Code.UNTIL_IN_PAST;

import io.guatu.access.Grant;
import io.guatu.access.Person;
import io.guatu.access.Screen;
import io.guatu.domain.AccessUpdate;
import io.guatu.domain.AccessUpdate.GrantIssued;
import io.guatu.domain.AccessUpdate.GrantRevoked;
import io.guatu.domain.AccessUpdate.GrantShown;
import io.guatu.domain.AccessUpdate.LogInCopied;
import io.guatu.domain.AccessUpdate.PasswordChanged;
import io.guatu.domain.AccessUpdate.PasswordReset;
import io.guatu.domain.AccessUpdate.PersonAdded;
import io.guatu.domain.AccessUpdate.PersonDisabled;
import io.guatu.domain.AccessUpdate.PersonEnabled;
import io.guatu.domain.AccessUpdate.ScreenIssued;
import io.guatu.domain.AccessUpdate.ScreenNamed;
import io.guatu.domain.AccessUpdate.ScreenRevoked;
import io.guatu.domain.GrantId;
import io.guatu.domain.PersonId;
import io.guatu.domain.Role;
import io.guatu.domain.ScreenId;
import java.util.Optional;

/** Who may be let in, and shut out. */
final class AccessRules {
    private AccessRules() {}

    static Optional<Refusal> judge(RuleContext now, AccessUpdate update) {
        if (update instanceof PersonAdded added) {
            boolean person = added.role() == Role.OFFICE || added.role() == Role.MANAGER || added.role() == Role.LEADER;
            // Who takes the office's role from its own account locks everyone out.
            boolean stepsDown = own(now, added.person()) && added.role() != Role.OFFICE;
            boolean strays = added.projects().stream()
                    .anyMatch(project -> now.state().projects().find(project).isEmpty());
            // Who was called so before this was a rule can still be given other projects, but nobody comes to be called
            // so.
            var known = find(now, added.person());
            boolean reserved = known == null && ReservedNames.has(added.person().value())
                    || (known == null || !known.added().name().equals(added.name())) && ReservedNames.has(added.name());
            return Refusal.when(!person, ROLE_NOT_FOR_PEOPLE)
                    .or(() -> Refusal.when(reserved, NAME_RESERVED))
                    .or(() -> Refusal.when(stepsDown, OWN_ACCOUNT))
                    .or(() -> Refusal.when(strays, UNKNOWN_PROJECT));
        }
        if (update instanceof PersonDisabled disabled) {
            return known(now, disabled.person())
                    .or(() -> Refusal.when(own(now, disabled.person()), OWN_ACCOUNT))
                    .or(() -> Refusal.when(!find(now, disabled.person()).enabled(), ALREADY_DISABLED));
        }
        if (update instanceof PersonEnabled enabled) {
            return known(now, enabled.person())
                    .or(() -> Refusal.when(find(now, enabled.person()).enabled(), NOT_DISABLED));
        }
        if (update instanceof PasswordReset reset) {
            return known(now, reset.person());
        }
        if (update instanceof PasswordChanged changed) {
            return Refusal.when(!own(now, changed.person()), NOT_IN_SCOPE);
        }
        if (update instanceof LogInCopied copied) {
            return known(now, copied.person());
        }
        if (update instanceof GrantIssued issued) {
            return issued(now, issued);
        }
        if (update instanceof GrantRevoked revoked) {
            return grant(now, revoked.grant())
                    .or(() -> Refusal.when(given(now, revoked.grant()).revoked() != null, ALREADY_REVOKED));
        }
        if (update instanceof GrantShown shown) {
            return grant(now, shown.grant())
                    .or(() -> Refusal.when(!given(now, shown.grant()).liveAt(now.now()), ALREADY_REVOKED));
        }
        return screen(now, update);
    }

    private static Optional<Refusal> grant(RuleContext now, GrantId id) {
        Grant grant = given(now, id);
        return Refusal.when(
                grant == null || !grant.project().equals(now.project().id()), UNKNOWN_GRANT);
    }

    private static Grant given(RuleContext now, GrantId id) {
        return now.state().roster().grants().get(id);
    }

    private static Optional<Refusal> screen(RuleContext now, AccessUpdate update) {
        if (update instanceof ScreenIssued issued) {
            return find(now, issued.screen()) != null
                    ? Refusal.because(ALREADY_ISSUED)
                    : Refusal.when(!issued.until().isAfter(now.now()), UNTIL_IN_PAST);
        }
        if (update instanceof ScreenNamed named) {
            return Refusal.when(find(now, named.screen()) == null, UNKNOWN_SCREEN);
        }
        Screen screen = find(now, ((ScreenRevoked) update).screen());
        return screen == null
                ? Refusal.because(UNKNOWN_SCREEN)
                : Refusal.when(screen.revoked() != null, ALREADY_REVOKED);
    }

    private static Optional<Refusal> issued(RuleContext now, GrantIssued issued) {
        if (now.state().roster().grants().containsKey(issued.grant())) {
            return Refusal.because(ALREADY_ISSUED);
        }
        if (issued.invitation() != null
                && !now.state().roster().grantsOf(issued.invitation()).stream()
                        .allMatch(beside -> beside.issued().side().equals(issued.side()))) {
            return Refusal.because(ALREADY_ISSUED); // what one link opens is one company's
        }
        if (ReservedNames.has(issued.contractor()) || ReservedNames.has(issued.company())) {
            return Refusal.because(NAME_RESERVED);
        }
        if (!issued.until().isAfter(now.now())) {
            return Refusal.because(UNTIL_IN_PAST);
        }
        return issued.milestones().stream()
                .filter(milestone -> !now.project().plan().milestones().containsKey(milestone))
                .findFirst()
                .map(milestone -> Refusal.of(UNKNOWN_MILESTONE, "milestone", milestone));
    }

    private static Optional<Refusal> known(RuleContext now, PersonId person) {
        return Refusal.when(find(now, person) == null, UNKNOWN_PERSON);
    }

    private static boolean own(RuleContext now, PersonId person) {
        return now.who().author().id().equals(person.value());
    }

    private static Person find(RuleContext now, PersonId person) {
        return now.state().roster().people().get(person);
    }

    private static Screen find(RuleContext now, ScreenId screen) {
        return now.state().roster().screens().get(screen);
    }
}
