package io.guatu.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is taken out of a tree, pointer by pointer, what of it was not what it should be, and what is left in it. */
final class Taking {
    private static final int SHOWN = 60;

    private final String place;
    private final JsonNode root;
    private final Set<String> taken = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    /** @param place of the tree in its file, before every pointer */
    Taking(String place, JsonNode root) {
        this.place = place;
        this.root = root;
    }

    String place(String pointer) {
        String all = place + pointer;
        return all.isEmpty() ? "/" : all;
    }

    /** A text, without blanks at its ends; empty: it is not there, is none, or says nothing. */
    Optional<String> text(String pointer) {
        JsonNode node = take(pointer);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            fault(pointer, "type");
            return Optional.empty();
        }
        return Optional.of(node.textValue().strip()).filter(text -> !text.isEmpty());
    }

    /** A number, or null. */
    Optional<BigDecimal> number(String pointer) {
        JsonNode node = take(pointer);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isNumber()) {
            fault(pointer, "type");
            return Optional.empty();
        }
        return Optional.of(node.decimalValue());
    }

    /** How many there are in a list. */
    int size(String pointer) {
        JsonNode node = root.at(pointer);
        return node.isArray() ? node.size() : 0;
    }

    /** Not said again where it is left: it says nothing of its own. */
    JsonNode take(String pointer) {
        taken.add(pointer);
        return root.at(pointer);
    }

    JsonNode look(String pointer) {
        return root.at(pointer);
    }

    void fault(String pointer, String code) {
        JsonNode node = root.at(pointer);
        fault(pointer, code, node.isValueNode() ? node.asText() : "");
    }

    void fault(String pointer, String code, String text) {
        faults.add(new Fault(place(pointer), code, text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text));
    }

    List<Fault> faults() {
        return faults;
    }

    /** The members of which nothing was taken, each by its highest name: {@code contractingProcesses}, {@code locations/address}. */
    Set<String> left() {
        Set<String> left = new TreeSet<>();
        left(root, "", "", left);
        return left;
    }

    /** @return whether anything of it was taken */
    private boolean left(JsonNode node, String pointer, String name, Set<String> into) {
        if (taken.contains(pointer)) {
            return true;
        }
        Set<String> inside = new TreeSet<>();
        boolean some = false;
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                String key = member.getKey();
                String escaped = key.replace("~", "~0").replace("/", "~1");
                String shown = key.length() > SHOWN ? key.substring(0, SHOWN) + "…" : key;
                some |= left(
                        member.getValue(),
                        pointer + "/" + escaped,
                        name.isEmpty() ? shown : name + "/" + shown,
                        inside);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                some |= left(node.get(i), pointer + "/" + i, name, inside);
            }
        }
        if (some || name.isEmpty()) {
            into.addAll(inside);
        } else {
            into.add(name);
        }
        return some;
    }
}
