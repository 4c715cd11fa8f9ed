package io.guatu.report.form;

import io.guatu.apart.BytesErrand;
import io.guatu.ledger.Json;
import io.guatu.report.Settled;
import io.guatu.report.form.NotAForm.Why;
import io.guatu.sheet.Headed;
import io.guatu.sheet.NotASheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reading a form, or filling it, as an errand: the file and what is asked of it, as JSON. */
final class FormErrand extends BytesErrand<NotAForm> {
    /** Without it the library says that nobody reads its log. */
    private static final String QUIET =
            "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory";

    /** @param headings what the office has said of headings @param learned what went under them in forms */
    record Asked(Map<String, String> headings, Map<String, String> learned, FormOrder order) {}

    /** The process that opens strangers' workbooks, one after the other. */
    static final class Main {
        private Main() {}

        public static void main(String[] none) throws IOException {
            BytesErrand.serve(FormErrand::done, (NotAForm not) -> not.why().ordinal());
        }
    }

    static List<byte[]> order(byte[] file, Asked asked) {
        return List.of(file, Json.bytes(asked));
    }

    static byte[] done(List<byte[]> order) throws NotAForm {
        Asked asked = Json.read(new String(order.get(1), StandardCharsets.UTF_8), Asked.class);
        try (XSSFWorkbook book = FormBook.open(order.get(0))) {
            return asked.order() == null ? Json.bytes(read(book, order.get(0), asked)) : filled(book, asked.order());
        } catch (IOException | POIXMLException e) {
            throw new NotAForm(Why.FORM_UNREADABLE, e);
        } catch (IllegalStateException
                | IllegalArgumentException
                | NullPointerException
                | IndexOutOfBoundsException e) {
            // What the library throws at parts that contradict one another.
            throw new NotAForm(Why.FORM_UNREADABLE, e);
        }
    }

    private static FormReading read(XSSFWorkbook book, byte[] file, Asked asked) {
        Map<String, Headed> headed = new HashMap<>();
        try {
            Headed.of(file, asked.headings()).forEach(each -> headed.put(each.sheet(), each));
        } catch (NotASheet none) {
            // Nothing is proposed then.
        }
        FormViewer viewer = new FormViewer();
        List<GridView> sheets = new ArrayList<>();
        for (Sheet each : book) {
            XSSFSheet sheet = (XSSFSheet) each;
            sheets.add(viewer.view(
                    sheet, new Proposals(sheet, viewer, asked.learned()).of(headed.get(sheet.getSheetName()))));
        }
        return new FormReading(sheets);
    }

    /** How it looks, how long that is, and the workbook. */
    private static byte[] filled(XSSFWorkbook book, FormOrder order) throws NotAForm, IOException {
        List<String> unsure = new FormFiller(book).fill(order);
        FormViewer viewer = new FormViewer();
        List<GridView> sheets = new ArrayList<>();
        for (Sheet each : book) {
            sheets.add(viewer.view((XSSFSheet) each, null));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        book.write(bytes);
        byte[] seen = Json.bytes(new Looks(sheets, unsure));
        byte[] workbook = Settled.of(bytes.toByteArray());
        return ByteBuffer.allocate(Integer.BYTES + seen.length + workbook.length)
                .putInt(seen.length)
                .put(seen)
                .put(workbook)
                .array();
    }

    /** @param unsure formulas that may not count every row that was added */
    record Looks(List<GridView> sheets, List<String> unsure) {}

    @Override
    public Class<?> main() {
        return Main.class;
    }

    @Override
    public List<String> options() {
        return List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", QUIET);
    }

    @Override
    protected NotAForm refused(int why) {
        return new NotAForm(Why.values()[why]);
    }

    @Override
    public NotAForm tooLarge() {
        return new NotAForm(Why.FORM_TOO_LARGE);
    }

    @Override
    public NotAForm tooLong() {
        return new NotAForm(Why.FORM_TOO_LARGE);
    }
}
