package io.guatu.app;

import io.guatu.http.answer.QrCode;

/** A QR code for a terminal: two rows of modules a line, light on dark as cameras expect of a dark terminal. */
final class Qr {
    private Qr() {}

    static String of(String text) {
        QrCode code = QrCode.of(text);
        StringBuilder picture = new StringBuilder();
        for (int y = 0; y < code.size(); y += 2) {
            picture.append("  ");
            for (int x = 0; x < code.size(); x++) {
                boolean upper = !code.dark(x, y);
                boolean lower = y + 1 < code.size() && !code.dark(x, y + 1);
                picture.append(upper ? lower ? '█' : '▀' : lower ? '▄' : ' ');
            }
            picture.append('\n');
        }
        return picture.toString();
    }
}
