package io.guatu.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a sheet has headings and what they mean, for who fills it instead of reading it.
 *
 * @param first the number of the first row of headings, from 1; {@code last}: of the last
 */
public record Headed(String sheet, int first, int last, List<Heading> headings) {
    /**
     * @param text where two rows make it, with a space between
     * @param field a word of the contract; null: not known
     * @param unit of its money; null: none, or not known
     */
    public record Heading(String letters, String text, String field, Unit unit) {}

    /** One for each sheet that has some. @param learned what the office has said of headings */
    public static List<Headed> of(byte[] bytes, Map<String, String> learned) throws NotASheet {
        Headings headings = new Headings(learned);
        List<Headed> found = new ArrayList<>();
        for (Grid grid : Workbook.read(bytes).seen()) {
            Optional<Header> header = Header.find(grid, headings);
            header.ifPresent(each -> found.add(new Headed(
                    grid.name(),
                    each.first(),
                    each.last(),
                    each.columns().stream().map(Headed::heading).toList())));
        }
        return found;
    }

    /** A heading as it is compared: without brackets, year, month and blanks. */
    public static String core(String heading) {
        return Headings.core(heading);
    }

    private static Heading heading(Column column) {
        Field field = column.field();
        return new Heading(
                column.letters(),
                column.heading(),
                field == null ? null : field.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                column.unit());
    }
}
