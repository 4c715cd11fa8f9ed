package io.guatu.ledger.archive;

import io.guatu.ledger.archive.Contents.Kind;
import io.guatu.ledger.archive.Contents.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tables an archive holds, and how they are copied. */
final class Tables {
    /** What another place is told: the rest is who may in here, and what passes. */
    private static final Set<String> LEDGER = Set.of("entry", "photo", "form_file");

    /** Bytes that are no text, and compressed already. */
    private static final Set<String> BINARY = Set.of("photo", "form_file");

    private Tables() {}

    /** In an order in which they can be filled: what another table refers to stands before it. */
    static List<Table> of(Connection owner, Kind kind) throws SQLException {
        Map<String, Set<String>> needs = new HashMap<>();
        List<Table> left = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery(ArchiveSql.TABLES)) {
            while (found.next()) {
                String name = found.getString("name");
                if (kind == Kind.BACKUP || LEDGER.contains(name)) {
                    left.add(new Table(
                            name, List.of((String[]) found.getArray("columns").getArray())));
                    needs.put(name, Set.of((String[]) found.getArray("needs").getArray()));
                }
            }
        }
        List<Table> ordered = new ArrayList<>();
        Set<String> there = new HashSet<>();
        while (!left.isEmpty()) {
            Table next = left.stream()
                    .filter(table -> needs.get(table.name()).stream()
                            .allMatch(need -> there.contains(need) || !needs.containsKey(need)))
                    .findFirst()
                    .orElseThrow(() -> new SQLException("the tables refer to one another in a circle"));
            left.remove(next);
            ordered.add(next);
            there.add(next.name());
        }
        return ordered;
    }

    static boolean binary(Table table) {
        return BINARY.contains(table.name());
    }

    static String copyOut(Table table) {
        return "COPY " + named(table) + " TO STDOUT" + format(table);
    }

    static String copyIn(Table table) {
        return "COPY " + named(table) + " FROM STDIN" + format(table);
    }

    static String quoted(Table table) {
        return "guatu." + quoted(table.name());
    }

    private static String named(Table table) {
        return quoted(table) + " ("
                + String.join(", ", table.columns().stream().map(Tables::quoted).toList()) + ")";
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String format(Table table) {
        return binary(table) ? " (FORMAT binary)" : "";
    }
}
