package io.guatu.sheet;

import io.guatu.sheet.Grid.Merged;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * What the reader of a workbook does not tell: which cells are merged, which columns hidden. It goes through the whole file
 * first, so that one that unpacks into too much is known before it is read.
 */
final class Layout {
    private static final long LONGEST_PART = 48L * 1024 * 1024;
    /** They are all kept in memory. */
    private static final long LONGEST_STRINGS = 12L * 1024 * 1024;

    private static final int MOST_AREAS = 20_000;
    private static final int MOST_COLUMNS = 16_384;
    private static final Pattern AREA = Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");

    /** Of one sheet. */
    record Of(List<Merged> merged, Set<Integer> hidden) {
        static final Of NOTHING = new Of(List.of(), Set.of());
    }

    private final Map<String, Of> byPart = new HashMap<>();
    private final Map<String, String> parts = new HashMap<>();

    private Layout() {}

    /** @throws NotASheet when it is too large unpacked */
    static Layout read(ZipFile zip) throws IOException, XMLStreamException, NotASheet {
        Layout layout = new Layout();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = entry.getName().replaceFirst("^/", "");
            long longest = name.endsWith("sharedStrings.xml") ? LONGEST_STRINGS : LONGEST_PART;
            try (InputStream bytes = new Bounded(zip.getInputStream(entry), longest)) {
                if (name.contains("worksheets/") && name.endsWith(".xml")) {
                    layout.byPart.put(name, sheet(bytes));
                } else if (name.endsWith("workbook.xml.rels")) {
                    layout.relations(bytes);
                } else {
                    bytes.transferTo(OutputStream.nullOutputStream());
                }
            } catch (TooMuch e) {
                throw new NotASheet(NotASheet.Why.SHEET_TOO_LARGE, e);
            }
        }
        return layout;
    }

    /** @param relation by which the workbook names the sheet */
    Of of(String relation) {
        String part = parts.getOrDefault(relation, "");
        return byPart.getOrDefault(part, byPart.getOrDefault("xl/" + part, Of.NOTHING));
    }

    private void relations(InputStream bytes) throws XMLStreamException {
        XMLStreamReader xml = xml(bytes);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                parts.put(
                        xml.getAttributeValue(null, "Id"),
                        xml.getAttributeValue(null, "Target").replaceFirst("^/", ""));
            }
        }
    }

    private static Of sheet(InputStream bytes) throws XMLStreamException {
        List<Merged> merged = new ArrayList<>();
        Set<Integer> hidden = new HashSet<>();
        XMLStreamReader xml = xml(bytes);
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("col") && yes(xml.getAttributeValue(null, "hidden"))) {
                int last = Math.min(number(xml, "max"), MOST_COLUMNS);
                for (int column = number(xml, "min"); column <= last; column++) {
                    hidden.add(column - 1);
                }
            } else if (xml.getLocalName().equals("mergeCell") && merged.size() < MOST_AREAS) {
                Matcher area = AREA.matcher(String.valueOf(xml.getAttributeValue(null, "ref")));
                if (area.matches()) {
                    merged.add(new Merged(column(area.group(1)), row(area, 2), column(area.group(3)), row(area, 4)));
                }
            }
        }
        return new Of(merged, hidden);
    }

    private static int row(Matcher area, int group) {
        return Integer.parseInt(area.group(group));
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    private static int number(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value != null && value.matches("\\d{1,5}") ? Integer.parseInt(value) : MOST_COLUMNS + 1;
    }

    private static boolean yes(String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private static XMLStreamReader xml(InputStream bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(bytes);
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Ends what is longer than it may be. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream bytes, long longest) {
            super(bytes);
            this.left = longest;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            take(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            take(Math.max(read, 0));
            return read;
        }

        private void take(long read) throws TooMuch {
            left -= read;
            if (left < 0) {
                throw new TooMuch();
            }
        }
    }
}
