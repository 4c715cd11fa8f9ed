package io.guatu.http.route;

import io.guatu.access.Passwords;
import io.guatu.access.Principal;
import io.guatu.domain.AccessUpdate.PasswordChanged;
import io.guatu.domain.PersonId;
import io.guatu.http.problem.Problem;
import io.guatu.ledger.Credentials;
import io.guatu.ledger.Credentials.Credential;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import java.util.Optional;

/** Somebody chooses another password: it is told first, and kept as of that entry. */
final class PasswordChoice {
    private final Submissions submissions;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Relay relay;

    PasswordChoice(Submissions submissions, Credentials credentials, Passwords passwords, Relay relay) {
        this.relay = relay;
        this.submissions = submissions;
        this.credentials = credentials;
        this.passwords = passwords;
    }

    Future<Void> make(Principal who, String key, String old, String chosen) {
        if (chosen.equals(old)) {
            return Future.failedFuture(Problem.of(422, "password-same"));
        }
        PersonId person = new PersonId(who.author().id());
        Optional<Problem> weak = PasswordRule.fault(relay, person, chosen);
        if (weak.isPresent()) {
            return Future.failedFuture(weak.get().at("/newPassword"));
        }
        return passwords.hash(chosen).compose(hash -> submissions
                .tell(
                        who,
                        key,
                        "password of " + person + " " + passwords.mark(chosen),
                        null,
                        new PasswordChanged(person))
                .compose(told -> credentials.set(person, new Credential(hash, false), told.seq())));
    }
}
