package io.guatu.http.route;

import io.guatu.access.LoginLimit;
import io.guatu.access.Passwords;
import io.guatu.access.Person;
import io.guatu.access.SharedTries;
import io.guatu.domain.AccessUpdate.PersonAdded;
import io.guatu.domain.PersonId;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.ClientAddress;
import io.guatu.ledger.Credentials;
import io.guatu.ledger.Credentials.Credential;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Optional;

/** Whether somebody is who the password says, as often as one may try. */
final class PasswordCheck {
    private final Relay relay;
    private final Credentials credentials;
    private final Passwords passwords;
    private final LoginLimit limit;
    private final SharedTries tries;

    PasswordCheck(Relay relay, Credentials credentials, Passwords passwords, SharedTries tries, Clock clock) {
        this.relay = relay;
        this.credentials = credentials;
        this.passwords = passwords;
        this.tries = tries;
        this.limit = new LoginLimit(clock);
    }

    /** Who may log in under this name. */
    Optional<PersonAdded> person(String name) {
        try {
            return Optional.ofNullable(relay.roster().people().get(new PersonId(name)))
                    .filter(Person::enabled)
                    .map(Person::added);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The credential when the password is right; a stranger's name takes as long as a wrong password.
     *
     * @throws Problem 429 when this name was tried too often from this address
     */
    Future<Credential> right(RoutingContext context, String name, String password) {
        String address = ClientAddress.address(context.request());
        TooManyTries.refuse(limit.waitSeconds(name, address));
        return tries.waitSeconds(LoginLimit.everywhere(name, address))
                .compose(wait -> {
                    TooManyTries.refuse(wait);
                    return person(name)
                            .map(found -> credentials.find(found.person()))
                            .orElseGet(() -> Future.succeededFuture(Optional.empty()));
                })
                .compose(credential -> passwords
                        .matches(password, credential.map(Credential::hash))
                        .compose(right -> right
                                ? Future.succeededFuture(credential.orElseThrow())
                                : Future.failedFuture(Problem.of(401, "wrong-password"))));
    }
}
