package io.guatu.http.route;

import io.guatu.access.CodeLimit;
import io.guatu.access.Passwords;
import io.guatu.access.RecoveryCodes;
import io.guatu.access.SharedTries;
import io.guatu.access.Totp;
import io.guatu.access.Vault;
import io.guatu.board.fold.BoardSettings;
import io.guatu.domain.AccessUpdate.PersonAdded;
import io.guatu.domain.PersonId;
import io.guatu.http.answer.Links;
import io.guatu.http.problem.Problem;
import io.guatu.ledger.SecondFactors;
import io.guatu.ledger.SecondFactors.Factor;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The code beside the password, of whom the office's rule demands one. Who has none yet is told a secret by the refusal, shows a
 * code of it with the same request, and is told recovery codes once: each opens one log-in when the phone is lost.
 */
final class CodeCheck {
    private final Relay relay;
    private final SecondFactors factors;
    private final Vault vault;
    private final Passwords passwords;
    private final Clock clock;
    private final CodeLimit limit;
    private final SharedTries tries;

    CodeCheck(Relay relay, SecondFactors factors, Vault vault, Passwords passwords, SharedTries tries, Clock clock) {
        this.relay = relay;
        this.factors = factors;
        this.vault = vault;
        this.passwords = passwords;
        this.clock = clock;
        this.tries = tries;
        this.limit = new CodeLimit(clock);
    }

    /**
     * After the password was right.
     *
     * @param code as it was typed, or null
     * @return recovery codes to be told now; none but at the first time
     */
    Future<List<String>> right(PersonAdded person, String code) {
        BoardSettings settings = relay.board().projects().settings();
        if (!settings.access().secondFactor().demandedOf(person.role())) {
            return Future.succeededFuture(List.of());
        }
        return factors.find(person.person())
                .compose(found -> found.filter(Factor::confirmed).isPresent()
                        ? use(person.person(), found.get(), code).map(List.of())
                        : begin(person, code));
    }

    private Future<Void> use(PersonId person, Factor factor, String code) {
        if (code == null) {
            return Future.failedFuture(Problem.of(401, "code-needed"));
        }
        TooManyTries.refuse(limit.waitSeconds(person));
        return tries.waitSeconds(List.of(CodeLimit.everywhere(person)))
                .compose(wait -> {
                    TooManyTries.refuse(wait);
                    OptionalLong step = step(person, factor, code);
                    return step.isPresent()
                            ? factors.use(person, step.getAsLong())
                            : factors.recover(person, passwords.mark(RecoveryCodes.plain(code)));
                })
                .compose(good -> {
                    if (!good) {
                        return Future.failedFuture(Problem.of(401, "code-wrong"));
                    }
                    limit.right(person);
                    return tries.giveBack(CodeLimit.everywhere(person));
                });
    }

    private Future<List<String>> begin(PersonAdded person, String code) {
        String whose = whose(person.person());
        return factors.propose(person.person(), vault.seal(Totp.secret(), whose))
                .compose(factor -> {
                    if (code == null) {
                        return Future.failedFuture(
                                Problem.of(403, "code-first").with("secondFactor", told(person, factor)));
                    }
                    OptionalLong step = step(person.person(), factor, code);
                    if (step.isEmpty()) {
                        return Future.failedFuture(Problem.of(401, "code-wrong"));
                    }
                    List<String> codes = RecoveryCodes.made();
                    List<String> kept = codes.stream()
                            .map(each -> passwords.mark(RecoveryCodes.plain(each)))
                            .toList();
                    return factors.confirm(person.person(), step.getAsLong(), kept)
                            .compose(confirmed -> confirmed
                                    ? Future.succeededFuture(codes)
                                    : Future.failedFuture(Problem.of(401, "code-wrong")));
                });
    }

    private OptionalLong step(PersonId person, Factor factor, String code) {
        String secret = secret(person, factor);
        return Totp.step(secret, code.trim(), factor.step(), clock.instant());
    }

    private String secret(PersonId person, Factor factor) {
        // The key is gone under which it was sealed: the office sets the password anew, and it begins again.
        return vault.open(factor.sealed(), whose(person)).orElseThrow(() -> Problem.of(401, "code-lost"));
    }

    private static String whose(PersonId person) {
        return "second factor of " + person;
    }

    private Map<String, Object> told(PersonAdded person, Factor factor) {
        String secret = secret(person.person(), factor);
        var opened = relay.board().projects().settings().opened();
        String town = opened == null ? "Guatu" : opened.name().zh();
        return Map.of(
                "secret",
                secret,
                "code",
                Links.code(Totp.address(town, person.person().value(), secret)));
    }
}
