package io.guatu.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import io.guatu.ledger.Json;
import io.guatu.sheet.NotASheet.Why;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The projects of an OC4IDS file: one, a package of them, a list, or any of these line by line. Which it is says the JSON
 * itself.
 *
 * @param place of the project in the file: {@code /projects/3}; of line by line {@code #2/projects/3}
 */
record Oc4idsFile(String place, JsonNode project) {
    private static final ObjectReader READER = Json.MAPPER
            .readerFor(JsonNode.class)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** No list of cells begins so. */
    static boolean is(byte[] bytes) {
        return head(bytes).matches("(?s)\\{.*|\\[\\s*\\{.*");
    }

    private static String head(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading();
    }

    static List<Oc4idsFile> projects(byte[] bytes) throws NotASheet {
        List<JsonNode> roots = new ArrayList<>();
        try (MappingIterator<JsonNode> each = READER.readValues(bytes)) {
            while (each.hasNextValue()) {
                roots.add(each.nextValue());
                if (roots.size() > Grid.MOST_ROWS) {
                    throw new NotASheet(Why.SHEET_TOO_LARGE);
                }
            }
        } catch (JsonProcessingException e) {
            throw new NotASheet(Why.JSON_UNREADABLE, e);
        } catch (IOException e) {
            throw new NotASheet(Why.SHEET_UNREADABLE, e);
        }
        List<Oc4idsFile> projects = new ArrayList<>();
        // Of a list the reader gives one after another, as it does line by line.
        boolean list = head(bytes).startsWith("[");
        for (int root = 0; root < roots.size(); root++) {
            add(projects, list ? "/" + root : roots.size() == 1 ? "" : "#" + (root + 1), roots.get(root));
        }
        if (projects.size() > Grid.MOST_ROWS) {
            throw new NotASheet(Why.SHEET_TOO_LARGE);
        }
        if (projects.isEmpty()) {
            throw new NotASheet(Why.SHEET_EMPTY);
        }
        return projects;
    }

    private static void add(List<Oc4idsFile> projects, String place, JsonNode root) {
        JsonNode list = root.path("projects");
        if (!list.isArray()) {
            projects.add(new Oc4idsFile(place, root));
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            projects.add(new Oc4idsFile(place + "/projects/" + i, list.get(i)));
        }
    }
}
