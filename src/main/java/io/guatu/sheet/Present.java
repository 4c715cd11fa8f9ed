package io.guatu.sheet;

import io.guatu.board.Board;
import io.guatu.board.fold.Projects;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The board beside which a list is read.
 *
 * @param headings what the office has said that headings mean
 * @param today null, as is {@code zone}: what is read says only whole days, and no plans
 */
public record Present(Map<String, String> headings, List<KnownProject> projects, LocalDate today, ZoneId zone) {
    public Present {
        headings = Map.copyOf(headings);
        projects = List.copyOf(projects);
    }

    public static Present of(Projects projects) {
        return new Present(
                projects.settings().headings(),
                projects.byId().values().stream().map(KnownProject::of).toList(),
                null,
                null);
    }

    /** With the plans of its projects. */
    public static Present of(Board board) {
        return new Present(
                board.projects().settings().headings(),
                board.projects().byId().values().stream()
                        .map(project -> KnownProject.of(project, board.day(), board.zone()))
                        .toList(),
                board.day(),
                board.zone());
    }
}
