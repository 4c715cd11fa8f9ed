package io.guatu.sheet;

import io.guatu.apart.BytesErrand;
import java.io.IOException;

/** The process that reads lists, one after the other. What a file does to its memory, it does to nobody else's. */
final class SheetMain {
    private SheetMain() {}

    public static void main(String[] none) throws IOException {
        BytesErrand.serve(SheetErrand::done, (NotASheet not) -> not.why().ordinal());
    }
}
