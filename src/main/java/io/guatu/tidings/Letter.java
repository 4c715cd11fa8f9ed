package io.guatu.tidings;

import java.util.List;

/**
 * A message before it is put into a channel's form.
 *
 * @param lines what it says, weightiest first
 * @param more how many facts it only counts
 * @param desk where all of it is; null while nobody named the board's address
 */
public record Letter(String title, List<Line> lines, int more, String moreText, String desk) {
    public Letter {
        lines = List.copyOf(lines);
    }

    /** One fact in one sentence, and where exactly that is; the link is null while nobody named the board's address. */
    public record Line(String text, String link, String see) {}

    /** The same with fewer lines; the others are counted. @param counted the sentence that counts them */
    public Letter first(int most, String counted) {
        return new Letter(title, lines.subList(0, most), more + lines.size() - most, counted, desk);
    }
}
