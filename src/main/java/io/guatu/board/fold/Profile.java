package io.guatu.board.fold;

import io.guatu.domain.Coordinates;
import io.guatu.domain.Entry;
import io.guatu.domain.Landmark;
import io.guatu.domain.Name;
import io.guatu.domain.ProjectKind;
import io.guatu.domain.ProjectUpdate;
import io.guatu.domain.ProjectUpdate.LandmarkReached;
import io.guatu.domain.ProjectUpdate.ProjectAmended;
import io.guatu.domain.ProjectUpdate.ProjectArchived;
import io.guatu.domain.ProjectUpdate.ProjectOpened;
import io.guatu.domain.ProjectUpdate.ProjectPlaced;
import io.guatu.domain.ProjectUpdate.ProjectRestored;
import io.guatu.domain.ProjectUpdate.ProjectResumed;
import io.guatu.domain.ProjectUpdate.ProjectSuspended;
import io.guatu.domain.ProjectUpdate.StageChanged;
import io.guatu.domain.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a project is. {@code cadence} in working days; {@code site} (WGS-84) and {@code weight} are null until told,
 * {@code course} is empty where the project follows no line;
 * {@code landmarks} holds those that happened.
 */
public record Profile(
        Name name,
        String sector,
        ProjectKind kind,
        Stage stage,
        String owner,
        Name capacity,
        int cadence,
        Coordinates site,
        List<Coordinates> course,
        BigDecimal weight,
        Map<Landmark, LocalDate> landmarks,
        Suspensions pauses,
        boolean archived) {

    /** Working days that may pass between two reports when nobody said otherwise: a week. */
    private static final int WEEKLY = 5;

    public Profile {
        course = List.copyOf(course);
        landmarks = Collections.unmodifiableMap(landmarks);
    }

    static Profile of(ProjectOpened opened) {
        return new Profile(
                opened.name(),
                opened.sector(),
                opened.projectKind(),
                opened.stage(),
                opened.owner(),
                opened.capacity(),
                opened.cadence() == null ? WEEKLY : opened.cadence(),
                null,
                List.of(),
                null,
                Map.of(),
                Suspensions.NONE,
                false);
    }

    Profile after(Entry entry) {
        if (!(entry.update() instanceof ProjectUpdate update)) {
            return this;
        }
        if (update instanceof ProjectAmended amended) {
            return amended(amended);
        }
        if (update instanceof ProjectPlaced placed) {
            return at(placed.place(), or(placed.line(), course));
        }
        if (update instanceof StageChanged changed) {
            return with(changed.stage(), landmarks, pauses, archived);
        }
        if (update instanceof LandmarkReached reached) {
            Map<Landmark, LocalDate> changed = new EnumMap<>(Landmark.class);
            changed.putAll(landmarks);
            changed.put(reached.landmark(), reached.on());
            return with(stage, changed, pauses, archived);
        }
        if (update instanceof ProjectSuspended suspended) {
            return with(stage, landmarks, pauses.begin(entry.at(), suspended), archived);
        }
        if (update instanceof ProjectResumed) {
            return with(stage, landmarks, pauses.end(entry.at()), archived);
        }
        if (update instanceof ProjectArchived) {
            return with(stage, landmarks, pauses, true);
        }
        return update instanceof ProjectRestored ? with(stage, landmarks, pauses, false) : this;
    }

    private Profile amended(ProjectAmended amended) {
        return new Profile(
                or(amended.name(), name),
                or(amended.sector(), sector),
                kind,
                stage,
                or(amended.owner(), owner),
                or(amended.capacity(), capacity),
                or(amended.cadence(), cadence),
                or(amended.site(), site),
                course,
                or(amended.weight(), weight),
                landmarks,
                pauses,
                archived);
    }

    private Profile at(Coordinates place, List<Coordinates> line) {
        return new Profile(
                name, sector, kind, stage, owner, capacity, cadence, place, line, weight, landmarks, pauses, archived);
    }

    private Profile with(Stage nextStage, Map<Landmark, LocalDate> reached, Suspensions paused, boolean gone) {
        return new Profile(
                name, sector, kind, nextStage, owner, capacity, cadence, site, course, weight, reached, paused, gone);
    }

    private static <T> T or(T told, T known) {
        return told == null ? known : told;
    }
}
