package io.guatu.schedule;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.stream.Stream;

/** The code pages of files that do not say which is theirs, in the order in which they are tried. */
public enum Charsets {
    UTF_8("UTF-8"),
    /** Of Chinese Windows; GBK and GB2312 are parts of it. */
    GB18030("GB18030"),
    BIG5("Big5"),
    /** Of Western Windows. Fits all bytes, so it comes last. */
    WINDOWS_1252("windows-1252");

    private final Charset charset;

    Charsets(String name) {
        this.charset = Charset.forName(name);
    }

    Charset charset() {
        return charset;
    }

    /** What is UTF-8 is hardly anything else; GB18030 takes nearly all that is left. */
    static Charsets of(byte[] bytes) {
        return Stream.of(UTF_8, GB18030)
                .filter(each -> each.fits(bytes))
                .findFirst()
                .orElse(WINDOWS_1252);
    }

    private boolean fits(byte[] bytes) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
