package io.guatu.courier;

import io.guatu.board.Board;
import io.guatu.ledger.Json;
import io.guatu.ledger.Outbox;
import io.guatu.text.TextFile;
import io.guatu.tidings.Receiver;
import io.guatu.tidings.Tiding;
import io.guatu.tidings.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is in the outbox as a receiver reads it: in its language, by the board as it is now. */
final class Writing {
    private final Receiver receiver;
    private final Board board;
    private final Wording wording;

    Writing(Receiver receiver, Board board) {
        this.receiver = receiver;
        this.board = board;
        this.wording = new Wording(receiver.english() ? TextFile.EN : TextFile.ZH, board);
    }

    static Tiding tiding(Outbox.Item item) {
        return Json.read(item.body(), Tiding.class);
    }

    /** The sentence of each, by its id. */
    Map<Long, String> said(List<Outbox.Item> items) {
        Map<Long, String> said = new HashMap<>();
        items.forEach(item -> said.put(item.id(), wording.sentence(tiding(item))));
        return said;
    }

    Form.Message message(List<Outbox.Item> items) {
        String address = board.projects().settings().address();
        return new Form.Message(
                wording.letter(items.stream().map(Writing::tiding).toList()),
                wording::counted,
                receiver.english(),
                new Form.Facts(
                        address == null ? "/guatu" : address,
                        items.stream().map(Writing::fact).toList()));
    }

    /** Where a person chooses what comes; null for a group. */
    String why() {
        return receiver.person() == null ? null : wording.why();
    }

    private static Form.Fact fact(Outbox.Item item) {
        Tiding tiding = tiding(item);
        return new Form.Fact(
                item.fact(),
                Json.kebab(tiding.what()),
                tiding.project() == null ? null : tiding.project().value(),
                tiding.at() == null ? item.made() : tiding.at());
    }
}
