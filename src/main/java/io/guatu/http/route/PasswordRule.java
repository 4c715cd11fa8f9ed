package io.guatu.http.route;

import io.guatu.domain.PersonId;
import io.guatu.http.problem.Problem;
import io.guatu.relay.Relay;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a password has to be, as the office agreed it: long enough, and not what everybody guesses first. */
final class PasswordRule {
    private static final int FEW = 4;

    private PasswordRule() {}

    static Optional<Problem> fault(Relay relay, PersonId person, String chosen) {
        int least = relay.board().projects().settings().access().passwordLength();
        if (chosen.codePointCount(0, chosen.length()) < least) {
            return Optional.of(new Problem(422, "password-short", Map.of("least", Integer.toString(least)), List.of()));
        }
        String plain = chosen.toLowerCase(Locale.ROOT);
        boolean guessed = plain.codePoints().distinct().count() <= FEW
                || person.value().length() >= FEW
                        && plain.replace(person.value(), "").length() < FEW;
        return guessed ? Optional.of(Problem.of(422, "password-guessed")) : Optional.empty();
    }
}
