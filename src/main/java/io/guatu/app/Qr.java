package io.guatu.app;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** A QR code for a terminal: two rows of modules a line, light on dark as cameras expect of a dark terminal. */
final class Qr {
    private static final int QUIET = 2;

    private Qr() {}

    static String of(String text) {
        BitMatrix code;
        try {
            code = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.L));
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
        StringBuilder picture = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y += 2) {
            picture.append("  ");
            for (int x = 0; x < code.getWidth(); x++) {
                boolean upper = !code.get(x, y);
                boolean lower = y + 1 < code.getHeight() && !code.get(x, y + 1);
                picture.append(upper ? lower ? '█' : '▀' : lower ? '▄' : ' ');
            }
            picture.append('\n');
        }
        return picture.toString();
    }
}
