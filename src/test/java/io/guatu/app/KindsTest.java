package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.command.Refusal;
import io.guatu.domain.AccessUpdate;
import io.guatu.domain.Author;
import io.guatu.domain.BoardUpdate;
import io.guatu.domain.Coordinates;
import io.guatu.domain.GrantAction;
import io.guatu.domain.Photo;
import io.guatu.domain.PhotoId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.domain.Update;
import io.guatu.http.contract.Contract;
import io.guatu.ledger.Json;
import io.guatu.photo.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a new kind of update, a new refusal or a new text must not forget. */
class KindsTest {
    @Test
    void both_languages_have_the_same_texts() throws IOException {
        assertEquals(keys(texts("zh")), keys(texts("en")));
    }

    @Test
    void every_kind_has_a_sentence_and_a_name() throws IOException {
        JsonNode zh = texts("zh");
        Json.kinds().stream()
                .map(Json::kind)
                .flatMap(kind -> Stream.of("entry." + kind, "kind." + kind))
                .forEach(key -> assertTrue(zh.has(key), key));
    }

    /** What is brought from another board is measured by it: see {@link Update#ofBoard}. */
    @Test
    void what_is_told_of_the_board_is_of_a_topic_of_the_board_and_nothing_else_is() {
        JsonNode schemas = Contract.json(new Contract().text()).at("/components/schemas");
        for (Class<? extends Update> type : Json.kinds()) {
            String kind = Json.kind(type);
            boolean ofBoard = BoardUpdate.class.isAssignableFrom(type) || AccessUpdate.class.isAssignableFrom(type);
            boolean toldOfProject = schemas.at("/Update/discriminator/mapping").has(kind);
            boolean toldOfBoard =
                    schemas.at("/BoardUpdate/discriminator/mapping").has(kind);
            assertTrue(!toldOfProject || !ofBoard, kind);
            assertTrue(!toldOfBoard || ofBoard, kind);
        }
    }

    @Test
    void every_kind_is_in_the_contract_or_has_a_route_of_its_own() throws IOException {
        Set<String> routed = Set.of(
                "person-added",
                "password-reset",
                "password-changed",
                "screen-issued",
                "screen-revoked",
                "grant-issued",
                "grant-revoked",
                "grant-shown",
                "photo-received",
                "form-received", // with its file
                "log-in-copied"); // the program tells it of itself
        String contract = Files.readString(Path.of("src/main/resources/openapi.yaml"));
        Set<String> missing = Json.kinds().stream()
                .map(Json::kind)
                .filter(kind ->
                        !contract.contains("kind: { type: string, const: " + kind + " }") && !routed.contains(kind))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), missing);
    }

    @Test
    void every_kind_may_be_told_by_somebody() {
        Set<String> nobodys = Json.kinds().stream()
                .filter(kind -> Arrays.stream(Role.values()).noneMatch(role -> mayTell(role, kind)))
                .map(Json::kind)
                .collect(Collectors.toSet());
        assertEquals(Set.of(), nobodys);
    }

    @Test
    void every_kind_that_a_person_may_tell_has_its_place_on_the_desk() throws IOException {
        Set<String> viewsOfTheirOwn = Set.of(
                "progress-verified", // the waiting list
                "progress-returned",
                "still-true", // one tap beside the report
                "milestone-planned", // the plan editor
                "baseline-set",
                "project-opened",
                "photo-received", // the photo field of other forms
                "person-added", // people
                "person-disabled",
                "person-enabled",
                "password-reset",
                "password-changed", // one's account
                "grant-issued", // contractors' access
                "grant-revoked",
                "grant-shown",
                "screen-issued", // screens
                "screen-named",
                "screen-revoked",
                "rules-adopted",
                "seal-chosen",
                "outline-drawn", // the map
                "publication-agreed", // what is public
                "access-agreed",
                "weighting-chosen", // the board's settings
                "project-restored", // the archive
                "meeting-held",
                "heading-learned", // the sheet that is read
                "template-saved", // plans
                "template-retired",
                "form-received", // forms
                "form-saved",
                "form-retired");
        String forms = Files.readString(Path.of("webroot/views/form/forms.js"));
        String asked = forms.substring(forms.indexOf("ASKED = {"), forms.indexOf("TELLS"));
        JsonNode contract = Json.read(new Contract().kinds().toString(), JsonNode.class);
        Set<String> missing = Json.kinds().stream()
                .filter(kind -> Stream.of(Role.OFFICE, Role.MANAGER, Role.LEADER)
                        .anyMatch(role -> Scope.tells(role).contains(kind)))
                .map(Json::kind)
                .filter(kind -> !viewsOfTheirOwn.contains(kind)
                        && !contract.path(kind).has("topic")
                        && !asked.contains("'" + kind + "': ["))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), missing);
    }

    private static boolean mayTell(Role role, Class<? extends Update> kind) {
        ProjectId project = new ProjectId("road");
        Principal who = new Principal(
                null,
                new Author("somebody", role, "某人", null),
                List.of(project),
                List.of(),
                List.of(GrantAction.values()));
        return Scope.mayTell(who, kind, project);
    }

    /** No page counts characters of its own. */
    @Test
    void what_a_page_asks_of_a_field_the_contract_says() throws IOException {
        JsonNode kinds = Json.read(new Contract().kinds().toString(), JsonNode.class);
        Pattern asked = Pattern.compile("longest\\('([a-z-]+)', '([\\w.]+)'\\)");
        int found = 0;
        for (Path page : pages()) {
            Matcher each = asked.matcher(Files.readString(page));
            while (each.find()) {
                found++;
                assertTrue(
                        field(kinds, each.group(1), each.group(2))
                                .path("longest")
                                .isInt(),
                        page + " " + each.group());
            }
        }
        assertTrue(found >= 7, "asked " + found + " times");
        assertEquals(
                List.of("due", "signed", "vacated", "cleared", "handedOver"),
                StreamSupport.stream(kinds.at("/relocation-counted/fields").spliterator(), false)
                        .map(field -> field.path("name").asText())
                        .filter(name -> name.startsWith("households."))
                        .map(name -> name.substring("households.".length()))
                        .toList());
    }

    /** A search box is the page's own; what is sent to be kept has the contract's bounds. */
    @Test
    void no_page_has_a_length_or_a_choice_of_the_contract_in_figures_and_words() throws IOException {
        Set<String> searching = Set.of("find-anything.js", "projects-desk.js", "ledger-desk.js");
        Pattern copied = Pattern.compile("(?:max|min)length=\"\\d|longest: \\d|longest \\?\\? \\d");
        Set<String> copies = new TreeSet<>();
        for (Path page : pages()) {
            String name = page.getFileName().toString();
            if (!searching.contains(name)
                    && copied.matcher(Files.readString(page)).find()) {
                copies.add(name);
            }
        }
        assertEquals(Set.of(), copies);
        JsonNode kinds = Json.read(new Contract().kinds().toString(), JsonNode.class);
        for (String length : List.of("shortest", "longest")) {
            assertTrue(
                    field(kinds, "password-change", "newPassword").path(length).isInt(), length);
        }
        assertTrue(
                field(kinds, "rules-adopted", "rules.source.zh").path("longest").isInt());
        assertTrue(field(kinds, "grant-asked", "days").path("max").isInt());
        assertEquals(
                GrantAction.values().length,
                field(kinds, "grant-asked", "actions").path("options").size());
        assertEquals(3, field(kinds, "person-asked", "role").path("options").size());
    }

    private static JsonNode field(JsonNode kinds, String kind, String name) {
        return StreamSupport.stream(kinds.at("/" + kind + "/fields").spliterator(), false)
                .filter(field -> field.path("name").asText().equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("webroot"))) {
            return files.filter(file -> file.toString().endsWith(".js")).toList();
        }
    }

    @Test
    void every_refusal_has_a_sentence() throws IOException {
        JsonNode problems = texts("zh").path("problem");
        for (Refusal.Code code : Refusal.Code.values()) {
            String key = code.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertTrue(problems.has(key), key);
        }
    }

    @Test
    void every_line_of_the_shipped_seeds_reads_back_as_it_was_written() throws IOException {
        for (String set : Set.of("demo", "daguan-2023")) {
            for (SeedLine line : Seeds.lines(set)) {
                if (line.photo() != null) {
                    continue; // received, not told
                }
                Update update = line.update(
                        LocalDate.parse("2026-11-24"),
                        ZoneId.of("Asia/Shanghai"),
                        name -> name.startsWith("ph") ? new PhotoId("0a1b") : (Object) 7L);
                assertEquals(update, Json.read(Json.write(update), Update.class), line.name());
            }
        }
    }

    @Test
    void the_demo_has_every_kind() throws IOException {
        // Passwords are for people to change, and where the board is nobody can invent; the photos are lines of their
        // own, and the charter comes before any seed. A form comes with an office's file.
        Set<String> elsewhere = Set.of(
                "password-reset",
                "password-changed",
                "address-named",
                "photo-received",
                "form-received",
                "form-saved",
                "form-retired",
                "rules-adopted",
                "calendar-adopted");
        List<SeedLine> lines = Seeds.lines("demo");
        Set<String> told =
                lines.stream().map(line -> line.update().path("kind").asText()).collect(Collectors.toSet());
        Set<String> missing = Json.kinds().stream()
                .map(Json::kind)
                .filter(kind -> !told.contains(kind) && !elsewhere.contains(kind))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing);
    }

    @Test
    void the_demos_photos_say_when_and_where_they_were_taken() throws Exception {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        Instant sent = Instant.parse("2026-11-24T01:00:00Z");
        List<SeedLine> photos = Seeds.lines("demo").stream()
                .filter(line -> line.photo() != null)
                .toList();
        assertTrue(photos.size() > 20);
        for (SeedLine line : photos) {
            Photo photo = Picture.of(line.pictureTaken(sent, zone), new Coordinates(30.93, 116.98), zone)
                    .photo();
            assertEquals(Instant.parse("2026-11-24T00:53:00Z"), photo.taken(), line.name());
            assertTrue(photo.metres() < 5_000, line.name());
        }
    }

    private static JsonNode texts(String language) throws IOException {
        return Json.read(Files.readString(Path.of("webroot/text/" + language + ".json")), JsonNode.class);
    }

    private static Set<String> keys(JsonNode texts) {
        Set<String> keys = new TreeSet<>();
        texts.fieldNames().forEachRemaining(keys::add);
        texts.path("problem").fieldNames().forEachRemaining(code -> keys.add("problem." + code));
        return keys.stream().collect(Collectors.toCollection(TreeSet::new));
    }
}
