package io.guatu.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A town of so many projects, to see what a wall makes of them. */
final class WallTown {
    private static final String ZH = "鸿之达公司年产五千吨新型环保注塑制品智能生产线改造";
    private static final String EN = "Hongzhida smart eco injection-moulding line no.1";

    private WallTown() {}

    /** Names from 6 to 27 characters, some of the projects late. */
    static Path of(int projects, int late) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(
                "{\"day\":-99,\"by\":\"system\",\"update\":{\"kind\":\"board-opened\",\"name\":{\"zh\":\"大关镇重点项目\",\"en\":\"Daguan\"}}}");
        lines.add(
                "{\"day\":-99,\"by\":\"office\",\"update\":{\"kind\":\"screen-issued\",\"screen\":\"hall\",\"name\":\"大厅\",\"until\":\"@+99T\"}}");
        for (int i = 0; i < projects; i++) {
            int zh = 4 + i % 22;
            int en = 10 + i % 39;
            String line = "{\"day\":%d,\"by\":\"office\",\"project\":\"p-" + i + "\",\"update\":%s}";
            lines.add(line.formatted(
                    -98,
                    "{\"kind\":\"project-opened\",\"name\":{\"zh\":\"%s扩%02d\",\"en\":\"%s %02d\"},\"sector\":\"economy\",\"projectKind\":\"works\",\"stage\":\"implementation\"}"
                            .formatted(
                                    ZH.substring(0, zh), i, EN.substring(0, en).strip(), i)));
            lines.add(line.formatted(
                    -97,
                    "{\"kind\":\"milestone-planned\",\"milestone\":\"all\",\"name\":{\"zh\":\"主体工程\",\"en\":\"Structure\"},\"weight\":100,\"start\":\"@-90\",\"finish\":\"@"
                            + (i < late ? -30 : 90) + "\"}"));
            lines.add(line.formatted(
                    -1, "{\"kind\":\"progress-reported\",\"milestone\":\"all\",\"percent\":50,\"asOf\":\"@-1\"}"));
        }
        Path folder = Files.createDirectories(TestServer.FOLDER.resolve("town-" + projects + "-" + late));
        Files.write(folder.resolve("board.jsonl"), lines);
        return folder;
    }
}
