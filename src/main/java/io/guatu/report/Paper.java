package io.guatu.report;

import io.guatu.domain.PhotoId;
import io.guatu.domain.ProjectId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A paper in the form of an official document, described once: pages and word processors show the same.
 *
 * @param head whose document it is, in red over everything (红头); null for a form
 * @param number under which it is filed (文号); null without one
 * @param to whom it is addressed (主送); null: nobody in particular
 * @param day on which it was made out (成文日期), and as known on; {@code dated} is how that is written
 * @param signed who makes it out (落款); null for a form that people sign
 */
public record Paper(
        String id,
        String head,
        String number,
        String title,
        String to,
        LocalDate day,
        String dated,
        List<Part> parts,
        String signed) {
    public Paper {
        parts = List.copyOf(parts);
    }

    public enum Shape {
        /** {@code text}. */
        HEADING,
        /** {@code text}, a paragraph. */
        TEXT,
        /** {@code rows} of a name and what it is. */
        FACTS,
        /** {@code rows} under {@code headings}, and below it {@code text}, null without one. */
        TABLE,
        /** {@code pictures}. */
        PICTURES,
        /** {@code headings}, those who sign, and for each {@code text}, where. */
        SIGNATURES
    }

    /** A photo of a project, with what it shows; who it is asked of says whether this reader may see it. */
    public record Picture(ProjectId project, PhotoId photo, String caption) {}

    /** What a shape does not have is empty, {@code text} null. */
    public record Part(
            Shape shape, String text, List<String> headings, List<List<String>> rows, List<Picture> pictures) {
        public Part {
            headings = headings == null ? List.of() : List.copyOf(headings);
            rows = rows == null ? List.of() : List.copyOf(rows);
            pictures = pictures == null ? List.of() : List.copyOf(pictures);
        }

        static Part heading(String text) {
            return new Part(Shape.HEADING, text, null, null, null);
        }

        static Part text(String text) {
            return new Part(Shape.TEXT, text, null, null, null);
        }

        static Part facts(List<List<String>> rows) {
            return new Part(Shape.FACTS, null, null, rows, null);
        }

        static Part table(List<String> headings, List<List<String>> rows) {
            return table(headings, rows, null);
        }

        static Part table(List<String> headings, List<List<String>> rows, String note) {
            return new Part(Shape.TABLE, note, headings, rows, null);
        }

        static Part pictures(List<Picture> pictures) {
            return new Part(Shape.PICTURES, null, null, null, pictures);
        }

        static Part signatures(Said said, String... who) {
            return new Part(
                    Shape.SIGNATURES,
                    said.text("paper.sign"),
                    Stream.of(who).map(said::text).toList(),
                    null,
                    null);
        }
    }

    /** How many cells of its tables and facts say something. @param unknown how it says that it is not known */
    public long told(String unknown) {
        return parts.stream()
                .flatMap(part ->
                        part.rows().stream().flatMap(row -> row.stream().skip(part.shape() == Shape.FACTS ? 1 : 0)))
                .filter(cell -> cell != null && !cell.isBlank() && !cell.equals("—") && !cell.equals(unknown))
                .count();
    }

    /** All photos that it shows, in their order. */
    public List<Picture> pictures() {
        return parts.stream().flatMap(part -> part.pictures().stream()).toList();
    }
}
