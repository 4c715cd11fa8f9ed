package io.guatu.report;

/**
 * How large a paper is written, in points: {@code paper.css} shows the same. GB/T 9704 is for Chinese; an English paper says the
 * same in longer words, in a smaller print, on as many pages.
 *
 * @param head of a head that is one line; {@code longHead} of another
 * @param headLine what a line of the head takes beside its size
 */
record PaperSizes(
        double text,
        double line,
        double heading,
        double headingLine,
        double title,
        double titleLine,
        double head,
        double longHead,
        double headLine,
        double cell,
        double cellLine) {
    /** 三号, and 二号; tables are smaller. */
    static final PaperSizes CHINESE = new PaperSizes(16, 28, 16, 28, 22, 34, 36, 28, 12, 10.5, 16);

    static final PaperSizes ENGLISH = new PaperSizes(12, 18, 13, 20, 18, 26, 22, 22, 8, 9.5, 13);
}
