package io.guatu.report;

import io.guatu.report.Paper.Part;
import io.guatu.report.Paper.Picture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * A paper for a word processor, laid out as GB/T 9704 asks: A4 with its margins, the head and its line in red, 小标宋 for titles, 黑体
 * for headings, 仿宋 for the text; where a machine lacks a font, the nearest it has. The same paper gives the same bytes. Takes
 * memory: for the process that makes them.
 */
final class Docx {
    private static final String TITLE = "方正小标宋简体";
    private static final String HEADING = "黑体";
    private static final String BODY = "仿宋";
    private static final String RED = "D0021B";
    /** Twentieths of a point: two characters. */
    private static final int INDENT = 640;
    /** Between the margins, in points. */
    private static final double WIDTH = 442;

    /** Of a column, in halves of a sign. */
    private static final int WIDEST = 60;
    /** Beside what stands in it, in points. */
    private static final double PADDING = 14;
    /** A column of such cells is centred, in halves of a sign. */
    private static final int FEW = 14;

    private static final double HIGHEST_PICTURE = 80;
    /** So many signs are one line of the head. */
    private static final int LONG_HEAD = 11;
    /** What a line cannot be broken in. */
    private static final Pattern UNBROKEN = Pattern.compile("[!-~]{30}");

    private final XWPFDocument document = new XWPFDocument();
    private final Map<Picture, byte[]> pictures;
    private final PaperSizes sizes;

    private Docx(Map<Picture, byte[]> pictures, PaperSizes sizes) {
        this.pictures = pictures;
        this.sizes = sizes;
    }

    /** @param pictures as JPEG; one that is not here is left out */
    static byte[] of(Paper paper, Map<Picture, byte[]> pictures, PaperSizes sizes) {
        Docx made = new Docx(pictures, sizes);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (made.document) {
            made.write(paper);
            made.document.write(bytes);
        } catch (IOException | InvalidFormatException e) {
            throw new UncheckedIOException(new IOException(e)); // nothing is read from or written to but memory
        }
        return Settled.of(bytes.toByteArray());
    }

    private void write(Paper paper) throws IOException, InvalidFormatException {
        document.getProperties().getCoreProperties().setCreator("Guatu");
        document.getProperties().getCoreProperties().setTitle(paper.title());
        page();
        if (paper.head() != null) {
            double size = paper.head().length() > LONG_HEAD ? sizes.longHead() : sizes.head();
            XWPFParagraph head = line(paper.head(), TITLE, size, size + sizes.headLine(), ParagraphAlignment.CENTER);
            head.getRuns().forEach(run -> run.setColor(RED));
            head.setSpacingAfter(120);
        }
        if (paper.number() != null) {
            XWPFParagraph number = line(
                    paper.number(),
                    BODY,
                    sizes.text(),
                    sizes.line(),
                    paper.head() == null ? ParagraphAlignment.RIGHT : ParagraphAlignment.CENTER);
            if (paper.head() != null) {
                number.setBorderBottom(Borders.SINGLE);
                var border = number.getCTP().getPPr().getPBdr().getBottom();
                border.setColor(RED);
                border.setSz(BigInteger.valueOf(12));
                border.setSpace(BigInteger.valueOf(6));
            }
        }
        XWPFParagraph title = line(paper.title(), TITLE, sizes.title(), sizes.titleLine(), ParagraphAlignment.CENTER);
        title.setSpacingBefore(240);
        title.setSpacingAfter(240);
        if (paper.to() != null) {
            line(paper.to(), BODY, sizes.text(), sizes.line(), ParagraphAlignment.LEFT);
        }
        for (Part part : paper.parts()) {
            part(part);
        }
        if (paper.signed() != null) {
            XWPFParagraph signed = line(paper.signed(), BODY, sizes.text(), sizes.line(), ParagraphAlignment.RIGHT);
            signed.setSpacingBefore(360);
            signed.setKeepNext(true);
            line(paper.dated(), BODY, sizes.text(), sizes.line(), ParagraphAlignment.RIGHT)
                    .setIndentationRight(INDENT);
        }
    }

    private void part(Part part) throws IOException, InvalidFormatException {
        switch (part.shape()) {
            case HEADING -> {
                XWPFParagraph heading =
                        line(part.text(), HEADING, sizes.heading(), sizes.headingLine(), ParagraphAlignment.LEFT);
                heading.setIndentationFirstLine(INDENT);
                heading.setKeepNext(true);
            }
            case TEXT ->
                line(part.text(), BODY, sizes.text(), sizes.line(), even(part.text()))
                        .setIndentationFirstLine(INDENT);
            case FACTS -> table(null, part.rows(), true);
            case TABLE -> {
                table(part.headings(), part.rows(), false);
                if (part.text() != null) {
                    line(part.text(), BODY, sizes.cell(), sizes.cellLine(), ParagraphAlignment.RIGHT);
                }
            }
            case PICTURES ->
                pictures(part.pictures().stream().filter(pictures::containsKey).toList());
            case SIGNATURES -> signatures(part);
        }
    }

    /** A line before one that cannot be broken, a seal's digits, would be drawn apart. */
    private static ParagraphAlignment even(String text) {
        return UNBROKEN.matcher(text).find() ? ParagraphAlignment.LEFT : ParagraphAlignment.BOTH;
    }

    /** A paragraph; line feeds in the text break lines. @param spacing of its lines, in points */
    private XWPFParagraph line(String text, String font, double size, double spacing, ParagraphAlignment as) {
        return said(document.createParagraph(), text, font, size, spacing, as);
    }

    private static XWPFParagraph said(
            XWPFParagraph in, String text, String font, double size, double spacing, ParagraphAlignment as) {
        in.setAlignment(as);
        in.setSpacingBetween(spacing, LineSpacingRule.EXACT);
        XWPFRun run = in.createRun();
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.hAnsi);
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(size);
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i]);
        }
        return in;
    }

    private void table(List<String> headings, List<List<String>> rows, boolean facts) {
        int head = headings == null ? 0 : 1;
        double[] widths = widths(headings, rows, facts);
        XWPFTable table = document.createTable(rows.size() + head, widths.length);
        table.setWidth("100%");
        for (int c = 0; head == 1 && c < widths.length; c++) {
            cell(table, 0, c, headings.get(c), HEADING, ParagraphAlignment.CENTER, widths[c]);
        }
        if (head == 1) {
            table.getRow(0).setRepeatHeader(true);
        }
        boolean[] slim = new boolean[widths.length];
        for (int c = 0; c < widths.length; c++) {
            int at = c;
            slim[c] = facts ? c == 0 : rows.stream().allMatch(row -> Breadth.of(row.get(at)) <= FEW);
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < widths.length; c++) {
                String text = rows.get(r).get(c);
                cell(
                        table,
                        r + head,
                        c,
                        text,
                        facts && c == 0 ? HEADING : BODY,
                        slim[c] ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT,
                        widths[c]);
            }
            table.getRow(r + head).setCantSplitRow(true);
        }
        gap();
    }

    /** As wide as what stands in them; where that is too much, the broad ones share what the slim leave. Of facts the name takes a fifth. In points. */
    private double[] widths(List<String> headings, List<List<String>> rows, boolean facts) {
        if (facts) {
            return new double[] {WIDTH / 5, WIDTH * 4 / 5};
        }
        double[] needs = new double[headings.size()];
        double narrow = 0;
        double broad = 0;
        for (int c = 0; c < needs.length; c++) {
            int at = c;
            int widest = rows.stream()
                    .mapToInt(row -> Breadth.of(row.get(at)) + seams(row.get(at)) / 2)
                    .max()
                    .orElse(0);
            needs[c] = Math.min(Math.max(widest, Breadth.of(headings.get(c))), WIDEST) * sizes.cell() / 2 + PADDING;
            if (needs[c] < WIDTH / 4) {
                narrow += needs[c];
            } else {
                broad += needs[c];
            }
        }
        double whole = narrow + broad;
        for (int c = 0; c < needs.length; c++) {
            boolean slim = needs[c] < WIDTH / 4;
            needs[c] *= broad == 0 || whole < WIDTH ? WIDTH / whole : slim ? 1 : (WIDTH - narrow) / broad;
        }
        return needs;
    }

    /** Where Chinese and figures meet word processors leave a quarter of a sign. */
    private static int seams(String text) {
        int seams = 0;
        for (int i = 1; i < text.length(); i++) {
            seams += text.charAt(i) >= 0x2E80 != text.charAt(i - 1) >= 0x2E80 ? 1 : 0;
        }
        return seams;
    }

    private void cell(
            XWPFTable table, int row, int column, String text, String font, ParagraphAlignment as, double points) {
        XWPFTableCell cell = table.getRow(row).getCell(column);
        cell.setWidth(Long.toString(Math.round(points * 20)));
        cell.setVerticalAlignment(XWPFVertAlign.CENTER);
        said(cell.getParagraphs().get(0), text, font, sizes.cell(), sizes.cellLine(), as);
    }

    private void gap() {
        document.createParagraph().setSpacingBetween(8, LineSpacingRule.EXACT);
    }

    /** Four in a row at most, each with what it shows under it. */
    private void pictures(List<Picture> all) throws IOException, InvalidFormatException {
        if (all.isEmpty()) {
            return;
        }
        XWPFTable table = document.createTable(2, all.size());
        table.setWidth("100%");
        table.removeBorders();
        double width = WIDTH / all.size();
        for (int c = 0; c < all.size(); c++) {
            byte[] jpeg = pictures.get(all.get(c));
            var image = ImageIO.read(new ByteArrayInputStream(jpeg));
            double scale = Math.min((width - 12) / image.getWidth(), HIGHEST_PICTURE / image.getHeight());
            XWPFTableCell cell = table.getRow(0).getCell(c);
            cell.setWidth(Long.toString(Math.round(width * 20)));
            XWPFParagraph paragraph = cell.getParagraphs().get(0);
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            paragraph.setKeepNext(true);
            paragraph
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(jpeg),
                            PictureType.JPEG,
                            "photo-" + (c + 1) + ".jpg",
                            Units.toEMU(image.getWidth() * scale),
                            Units.toEMU(image.getHeight() * scale));
            cell(table, 1, c, all.get(c).caption(), BODY, ParagraphAlignment.CENTER, width);
        }
        gap();
    }

    private void signatures(Part part) {
        XWPFTable table = document.createTable(2, part.headings().size());
        table.setWidth("100%");
        double width = WIDTH / part.headings().size();
        for (int c = 0; c < part.headings().size(); c++) {
            cell(table, 0, c, part.headings().get(c), HEADING, ParagraphAlignment.CENTER, width);
            cell(table, 1, c, "\n\n" + part.text(), BODY, ParagraphAlignment.CENTER, width);
        }
        table.getRow(0).setCantSplitRow(true);
        table.getRow(1).setCantSplitRow(true);
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(millimetres(210));
        size.setH(millimetres(297));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(millimetres(37));
        margin.setBottom(millimetres(35));
        margin.setLeft(millimetres(28));
        margin.setRight(millimetres(26));
        margin.setHeader(millimetres(15));
        margin.setFooter(millimetres(25));
        XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        foot.setAlignment(ParagraphAlignment.CENTER);
        foot.createRun().setText("— ");
        foot.getCTP().addNewFldSimple().setInstr("PAGE");
        foot.createRun().setText(" —");
    }

    private static BigInteger millimetres(int millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * 1440 / 25.4));
    }
}
