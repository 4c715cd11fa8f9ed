package io.guatu.board.fold;

import io.guatu.domain.BoardUpdate;
import io.guatu.domain.BoardUpdate.OutlineDrawn;

/** How the town shows itself; null is what nobody agreed. */
public record Outward(OutlineDrawn outline) {
    static final Outward NONE = new Outward(null);

    Outward after(BoardUpdate update) {
        return update instanceof OutlineDrawn drawn ? new Outward(drawn) : this;
    }
}
