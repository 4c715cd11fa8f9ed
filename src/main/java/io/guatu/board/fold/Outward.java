package io.guatu.board.fold;

import io.guatu.domain.BoardUpdate;
import io.guatu.domain.BoardUpdate.FormReceived;
import io.guatu.domain.BoardUpdate.FormRetired;
import io.guatu.domain.BoardUpdate.FormSaved;
import io.guatu.domain.BoardUpdate.OperatorNamed;
import io.guatu.domain.BoardUpdate.OutlineDrawn;
import io.guatu.domain.BoardUpdate.PublicationAgreed;
import io.guatu.domain.Entry;

/**
 * How the town shows itself, on its map, to strangers and in the forms of offices upward, and who answers for it; null is what nobody
 * agreed.
 */
public record Outward(OutlineDrawn outline, PublicationAgreed publication, OperatorNamed operator, Forms forms) {
    static final Outward NONE = new Outward(null, null, null, Forms.NONE);

    /** Whether it is one of what this keeps. */
    static boolean concerns(BoardUpdate update) {
        return update instanceof OutlineDrawn
                || update instanceof PublicationAgreed
                || update instanceof OperatorNamed
                || update instanceof FormReceived
                || update instanceof FormSaved
                || update instanceof FormRetired;
    }

    Outward after(Entry entry, BoardUpdate update) {
        if (update instanceof PublicationAgreed agreed) {
            return new Outward(outline, agreed, operator, forms);
        }
        if (update instanceof OperatorNamed named) {
            return new Outward(outline, publication, named, forms);
        }
        return update instanceof OutlineDrawn drawn
                ? new Outward(drawn, publication, operator, forms)
                : new Outward(outline, publication, operator, forms.after(entry, update));
    }
}
