package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guatu.fuzz.Fuzz;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Requests that nobody planned, as every role: some in every run, ten thousand each with {@code -Pfuzz}. */
class FuzzIT {
    private static final Path CONTRACT = Path.of("src/main/resources/openapi.yaml");
    /** Whoever asks for these ends what the others go on with. */
    private static final Set<String> LEFT_OUT =
            Set.of("closeSession", "resetPassword", "changePassword", "revokeGrant", "revokeScreen");

    private static final int WILD = Integer.getInteger("guatu.fuzz.requests", 25);

    @Test
    void nobody_gets_more_than_the_role_allows_and_nothing_is_a_fault_of_ours() throws Exception {
        long seed = Long.getLong("guatu.fuzz.seed", System.nanoTime());
        JsonNode contract = new ObjectMapper().valueToTree(new Yaml().load(Files.readString(CONTRACT)));
        try (TestBoard own = TestBoard.start()) {
            Fuzz fuzz = new Fuzz(contract, own.url(), List.of("underpass", "park", "jacking", "pit"), seed);
            for (String who : List.of("nobody", "hall", "li", "wang", "g-li", "office")) {
                Set<String> may = new HashSet<>(ScopeIT.of(who));
                if (who.equals("g-li")) {
                    may.add("readPaperFile"); // of its own project, the papers that are for the site
                }
                fuzz.send(who, () -> token(own, who), may, LEFT_OUT, WILD);
            }
            System.out.println(
                    "fuzz: seed " + seed + ", " + WILD + " requests for each role, answers " + fuzz.statuses());
            assertEquals(List.of(), fuzz.faults(), () -> "-Dguatu.fuzz.seed=" + seed);
            assertEquals(200, own.as(null).get("/health/ready").status());
        }
    }

    private static String token(TestBoard of, String who) {
        return switch (who) {
            case "nobody" -> null;
            case "hall" -> of.screen(who);
            case "g-li", "g-park" -> of.contractor(who);
            default -> of.person(who);
        };
    }
}
