package io.guatu.http.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guatu.access.Passwords;
import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Subject;
import io.guatu.command.Command;
import io.guatu.domain.AccessUpdate.PasswordReset;
import io.guatu.domain.AccessUpdate.PersonAdded;
import io.guatu.domain.Entry;
import io.guatu.domain.PersonId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.ledger.Credentials;
import io.guatu.ledger.Credentials.Credential;
import io.guatu.ledger.SecondFactors;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Who one is, and the office's accounts. Their first passwords are for one login: the person then chooses another. */
public final class PeopleRoutes implements Operations.Routes {
    private final Caller caller;
    private final Submissions submissions;
    private final Relay relay;
    private final Credentials credentials;
    private final SecondFactors factors;
    private final Passwords passwords;
    private final Invitations invitations;

    public PeopleRoutes(
            Caller caller,
            Submissions submissions,
            Relay relay,
            Credentials credentials,
            SecondFactors factors,
            Passwords passwords,
            Invitations invitations) {
        this.factors = factors;
        this.caller = caller;
        this.invitations = invitations;
        this.submissions = submissions;
        this.relay = relay;
        this.credentials = credentials;
        this.passwords = passwords;
    }

    @Override
    public void on(Operations operations) {
        operations.on("readMe", this::me);
        operations.on("listPeople", this::list);
        operations.on("addPerson", this::add);
        operations.on("resetPassword", this::reset);
    }

    record Me(
            Role role,
            String id,
            String name,
            Instant expires,
            List<ProjectId> projects,
            Map<String, Object> grant,
            List<Map<String, Object>> grants,
            Map<String, Object> screen) {}

    void me(RoutingContext context) {
        Principal who = caller.of(context);
        Map<String, Object> grant = null;
        List<Map<String, Object>> grants = null;
        Map<String, Object> screen = null;
        if (who.subject() instanceof Subject.Contractor contractor) {
            grant = Invitations.told(relay.roster().grants().get(contractor.id()));
        } else if (who.subject() instanceof Subject.Invited invited) {
            grants = invitations.opened(invited.id());
        } else if (who.subject() instanceof Subject.Display display) {
            var issued = relay.roster().screens().get(display.id()).issued();
            screen = Map.of("id", issued.screen(), "name", issued.name(), "until", issued.until());
        }
        Reply.json(
                context,
                200,
                new Me(
                        who.role(),
                        who.author().id(),
                        who.author().name(),
                        who.expires(),
                        who.projects(),
                        grant,
                        grants,
                        screen));
    }

    void add(RoutingContext context) {
        Principal who = caller.of(context, principal -> Scope.mayTell(principal, PersonAdded.class, null));
        RequestParams asked = RequestParams.of(context);
        Asked account = asked.body(Asked.class);
        List<ProjectId> projects = account.projects() == null ? List.of() : account.projects();
        PersonAdded added = new PersonAdded(account.person(), account.name(), account.role(), projects);
        String password = account.password();
        ObjectNode told = asked.body().deepCopy();
        told.remove("password"); // not even its hash belongs near the ledger
        if (password == null && !relay.roster().people().containsKey(added.person())) {
            throw Problem.of(422, "password-missing").at("/password");
        }
        if (password != null) {
            PasswordRule.fault(relay, added.person(), password).ifPresent(weak -> {
                throw weak.at("/password");
            });
        }
        (password == null
                        ? submissions.tell(who, asked.key(), "person " + told, null, added)
                        : open(who, asked.key(), told, password, added))
                .onSuccess(entry -> Reply.json(context, 201, UpdateRoutes.Receipt.of(entry)))
                .onFailure(context::fail);
    }

    /** Only for whom nobody knew: another role or other projects leave the person's own password as it is. */
    private Future<Entry> open(Principal who, String key, ObjectNode told, String password, PersonAdded added) {
        String request = "person " + told + " " + passwords.mark(password);
        return passwords.hash(password).compose(hash -> submissions
                .tell(who, key, request, null, added, Command.UNKNOWN)
                .compose(entry -> credentials
                        .set(added.person(), new Credential(hash, true), entry.seq())
                        .map(entry)));
    }

    private record Asked(PersonId person, String name, Role role, List<ProjectId> projects, String password) {}

    record Listed(PersonId person, String name, Role role, List<ProjectId> projects, Instant disabled) {}

    void list(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Scope.Sight.PEOPLE, null));
        List<Listed> people = relay.roster().people().values().stream()
                .map(person -> new Listed(
                        person.added().person(),
                        person.added().name(),
                        person.added().role(),
                        person.added().projects(),
                        person.disabled()))
                .toList();
        Reply.json(context, 200, Map.of("people", people));
    }

    /** A new first password: the entry says that, never what it is. */
    void reset(RoutingContext context) {
        Principal who = caller.of(context, principal -> Scope.mayTell(principal, PasswordReset.class, null));
        RequestParams asked = RequestParams.of(context);
        PersonId person = asked.path("person", PersonId::new);
        String password = asked.said("password");
        PasswordRule.fault(relay, person, password).ifPresent(weak -> {
            throw weak.at("/password");
        });
        passwords
                .hash(password)
                .compose(hash -> submissions
                        .tell(
                                who,
                                asked.key(),
                                "reset " + person + " " + passwords.mark(password),
                                null,
                                new PasswordReset(person))
                        .compose(entry -> credentials
                                .set(person, new Credential(hash, true), entry.seq())
                                // Who lost the password lost the phone, perhaps.
                                .compose(set -> factors.forget(person))
                                .map(entry)))
                .onSuccess(entry -> Reply.json(context, 201, UpdateRoutes.Receipt.of(entry)))
                .onFailure(context::fail);
    }
}
