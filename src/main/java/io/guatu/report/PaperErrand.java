package io.guatu.report;

import io.guatu.apart.BytesErrand;
import io.guatu.ledger.Json;
import io.guatu.report.Paper.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writing a paper as an errand: the paper, then its pictures. */
final class PaperErrand extends BytesErrand<PaperErrand.NotAPaper> {
    /** Without it the library says that nobody reads its log. */
    private static final String QUIET =
            "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory";

    /** It was too much, which no paper of ours is. */
    static final class NotAPaper extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** The process that writes them, one after the other. */
    static final class Main {
        private Main() {}

        public static void main(String[] none) throws IOException {
            BytesErrand.serve(PaperErrand::done, (NotAPaper not) -> 0);
        }
    }

    static List<byte[]> order(Paper paper, boolean english, List<byte[]> pictures) {
        List<byte[]> order = new ArrayList<>();
        order.add(Json.bytes(paper));
        order.add(new byte[] {(byte) (english ? 1 : 0)});
        order.addAll(pictures);
        return order;
    }

    static byte[] done(List<byte[]> order) {
        Paper paper = Json.read(new String(order.get(0), StandardCharsets.UTF_8), Paper.class);
        Map<Picture, byte[]> pictures = new HashMap<>();
        List<Picture> named = paper.pictures();
        for (int i = 0; i < named.size(); i++) {
            if (order.get(i + 2).length > 0) {
                pictures.put(named.get(i), order.get(i + 2));
            }
        }
        return Docx.of(paper, pictures, order.get(1)[0] == 1 ? PaperSizes.ENGLISH : PaperSizes.CHINESE);
    }

    @Override
    public Class<?> main() {
        return Main.class;
    }

    @Override
    public List<String> options() {
        return List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", QUIET);
    }

    @Override
    protected NotAPaper refused(int why) {
        return new NotAPaper();
    }

    @Override
    public NotAPaper tooLarge() {
        return new NotAPaper();
    }

    @Override
    public NotAPaper tooLong() {
        return new NotAPaper();
    }
}
