package io.guatu.http.route;

import io.guatu.board.Board;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Moment;
import io.guatu.relay.Relay;
import io.guatu.report.Edition;
import io.guatu.state.Present;
import io.guatu.text.TextFile;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** As known on which day, of which month, in which language a table or a paper is asked for. */
final class Editions {
    private final Relay relay;
    private final BoardHistory past;

    Editions(Relay relay, BoardHistory past) {
        this.relay = relay;
        this.past = past;
    }

    /** All that an edition is a function of, with the program. */
    record Of(Moment moment, YearMonth month, String language) {}

    static String language(RequestParams asked) {
        return asked.text("lang").orElse("zh");
    }

    /** @throws Problem 422 for what cannot be known yet */
    Future<Of> of(RequestParams asked, Function<Board, YearMonth> month) {
        LocalDate today = relay.board().day();
        LocalDate day = asked.day("asOf").orElse(today);
        if (day.isAfter(today)) {
            throw Problem.of(422, "day-in-future");
        }
        Optional<YearMonth> said = asked.text("month").map(YearMonth::parse);
        if (said.filter(each -> each.isAfter(YearMonth.from(day))).isPresent()) {
            throw Problem.of(422, "month-in-future");
        }
        return past.on(day).compose(moment -> past.board(moment)
                .map(board -> new Of(moment, said.orElseGet(() -> month.apply(board)), language(asked))));
    }

    Edition edition(Present then, Of of) {
        Board board = then.board();
        return new Edition(
                board,
                of.month(),
                board.cards().keySet().stream()
                        .collect(Collectors.toMap(id -> id, then.state().roster()::managersOf)),
                TextFile.in(of.language()));
    }
}
