package io.guatu.app;

import io.guatu.access.Grant;
import io.guatu.access.Person;
import io.guatu.access.Roster;
import io.guatu.access.Screen;
import io.guatu.access.Subject;
import io.guatu.access.Tokens;
import io.guatu.board.Board;
import io.guatu.board.Card;
import io.guatu.domain.AccessUpdate.PersonAdded;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the terminal says when the board is up. Links with tokens are printed for boards of invented data only: of a real
 * board they would be secrets in a log.
 */
final class Banner {
    private final Config config;
    private final Program program;
    private final List<SeedLine> seeds;
    private final StringBuilder text = new StringBuilder();

    Banner(Config config, Program program, List<SeedLine> seeds) {
        this.config = config;
        this.program = program;
        this.seeds = seeds;
    }

    /** Must be called where the node's board may be read: on its event loop. */
    String text(Board board, Roster roster, Instant now) {
        String here = (config.tls().isPresent() ? "https://" : "http://") + host() + ":"
                + program.node().port();
        boolean demo = board.projects().settings().opened() != null
                && Boolean.TRUE.equals(board.projects().settings().opened().demo());
        line("");
        line("  挂图 Guatu · " + here + "/");
        line("");
        Optional<Screen> screen = roster.screens().values().stream()
                .filter(candidate -> candidate.liveAt(now))
                .findFirst();
        line("  大屏 wall        " + here + "/wall"
                + (demo ? screen.map(this::token).orElse("") : ""));
        line("  工作台 desk      " + here + "/desk");
        if (demo) {
            accounts(roster);
        }
        line("  接口 API         " + here + "/api");
        line("  数据 data        "
                + config.database()
                        .map(database -> "postgresql://" + database.where() + "/" + database.name())
                        .orElse(config.data().toString()));
        if (demo) {
            contractor(board, roster, now).ifPresent(grant -> {
                String link = here + "/report" + token(grant);
                line("  施工方 contractor (" + grant.issued().contractor() + "，"
                        + grant.issued().company() + ")");
                line("                   " + link);
                line("");
                text.append(Qr.of(link));
                if (config.host().equals("127.0.0.1")) {
                    line("  To open it on a phone in the same network, start with GUATU_HOST=0.0.0.0");
                }
            });
        }
        return text.append(System.lineSeparator()).toString();
    }

    private void accounts(Roster roster) {
        seeds.stream().filter(line -> line.password() != null).forEach(line -> roster.people().values().stream()
                .map(Person::added)
                .filter(person -> person.person()
                        .value()
                        .equals(line.update().path("person").asText()))
                .forEach(person -> account(person, line.password())));
    }

    private void account(PersonAdded person, String password) {
        line("                   " + person.person() + " / " + password + "   " + person.name() + " "
                + person.role().name().toLowerCase(Locale.ROOT));
    }

    /** The one with the most urgent work: it makes the best first try. */
    private static Optional<Grant> contractor(Board board, Roster roster, Instant now) {
        return roster.grants().values().stream()
                .filter(grant -> grant.liveAt(now)
                        && board.cards().containsKey(grant.project())
                        && grant.issued().milestones().stream()
                                .anyMatch(id -> board.cards().get(grant.project()).milestones().stream()
                                        .anyMatch(step -> step.id().equals(id) && step.actual() == null)))
                .min(Comparator.comparing(grant -> days(board.cards().get(grant.project()))));
    }

    private static long days(Card card) {
        return card.next() == null ? Long.MAX_VALUE : card.next().days();
    }

    private String token(Screen screen) {
        Tokens tokens = program.node().tokens();
        return "#"
                + tokens.issue(
                        new Subject.Display(screen.issued().screen()),
                        screen.issued().until());
    }

    private String token(Grant grant) {
        Tokens tokens = program.node().tokens();
        return "#"
                + tokens.issue(
                        new Subject.Contractor(grant.issued().grant()),
                        grant.issued().until());
    }

    /** The name under which others reach this machine, when it listens to all. */
    private String host() {
        if (!config.host().equals("0.0.0.0")) {
            return config.host().equals("127.0.0.1") ? "localhost" : config.host();
        }
        try {
            return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(InetAddress::isSiteLocalAddress)
                    .map(InetAddress::getHostAddress)
                    .findFirst()
                    .orElse("localhost");
        } catch (SocketException e) {
            return "localhost";
        }
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }
}
