package io.guatu.bridge;

import io.guatu.domain.ProjectId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every address of the bridge; what is not here is denied. */
final class Addresses {
    /** Out: the whole board, for the town. */
    static final String BOARD_LIVE = "board.live";

    /** In: a request that is answered with one frame. */
    static final String BOARD_SYNC = "board.sync";

    /** In: what a wall display shows. */
    static final String SCREEN_HEARTBEAT = "screen.heartbeat";

    /** Out: one project, for its contractors. */
    static final String PROJECT_LIVE = "project\\.([a-z0-9-]{1,64})\\.live";

    private static final Pattern PROJECT = Pattern.compile(PROJECT_LIVE);

    private Addresses() {}

    static String of(ProjectId project) {
        return project == null ? BOARD_LIVE : "project." + project + ".live";
    }

    static Optional<ProjectId> project(String address) {
        Matcher matcher = PROJECT.matcher(address);
        try {
            return matcher.matches() ? Optional.of(new ProjectId(matcher.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
