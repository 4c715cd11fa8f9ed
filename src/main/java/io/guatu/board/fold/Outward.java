package io.guatu.board.fold;

import io.guatu.domain.BoardUpdate;
import io.guatu.domain.BoardUpdate.OperatorNamed;
import io.guatu.domain.BoardUpdate.OutlineDrawn;
import io.guatu.domain.BoardUpdate.PublicationAgreed;

/** How the town shows itself, on its map and to strangers, and who answers for it; null is what nobody agreed. */
public record Outward(OutlineDrawn outline, PublicationAgreed publication, OperatorNamed operator) {
    static final Outward NONE = new Outward(null, null, null);

    Outward after(BoardUpdate update) {
        if (update instanceof PublicationAgreed agreed) {
            return new Outward(outline, agreed, operator);
        }
        if (update instanceof OperatorNamed named) {
            return new Outward(outline, publication, named);
        }
        return update instanceof OutlineDrawn drawn ? new Outward(drawn, publication, operator) : this;
    }
}
