package io.guatu.board.fold;

import io.guatu.domain.BoardUpdate;
import io.guatu.domain.BoardUpdate.OutlineDrawn;
import io.guatu.domain.BoardUpdate.PublicationAgreed;

/** How the town shows itself, on its map and to strangers; null is what nobody agreed. */
public record Outward(OutlineDrawn outline, PublicationAgreed publication) {
    static final Outward NONE = new Outward(null, null);

    Outward after(BoardUpdate update) {
        if (update instanceof PublicationAgreed agreed) {
            return new Outward(outline, agreed);
        }
        return update instanceof OutlineDrawn drawn ? new Outward(drawn, publication) : this;
    }
}
