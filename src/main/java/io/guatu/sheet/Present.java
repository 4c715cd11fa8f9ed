package io.guatu.sheet;

import io.guatu.board.fold.Projects;
import java.util.List;
import java.util.Map;

/**
 * The board beside which a list is read.
 *
 * @param headings what the office has said that headings mean
 */
public record Present(Map<String, String> headings, List<KnownProject> projects) {
    public Present {
        headings = Map.copyOf(headings);
        projects = List.copyOf(projects);
    }

    public static Present of(Projects projects) {
        return new Present(
                projects.settings().headings(),
                projects.byId().values().stream().map(KnownProject::of).toList());
    }
}
