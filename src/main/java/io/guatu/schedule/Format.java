package io.guatu.schedule;

import io.guatu.schedule.NotASchedule.Why;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What sort of file it is, told by its bytes, whatever it is called. */
enum Format {
    /** Microsoft Project. */
    MPP,
    /** Microsoft Project, as XML. */
    MSPDI,
    /** Primavera. */
    XER,
    /** Primavera, as XML. */
    PMXML,
    GANTTPROJECT;

    private static final byte[] COMPOUND = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final int HEAD = 256;
    private static final String MICROSOFT = "http://schemas.microsoft.com/project";

    /** @param charset that an XML file says is its own; null: another sort of file */
    record Found(Format format, String charset) {}

    /** @throws NotASchedule when it is none of these */
    static Found of(byte[] bytes) throws NotASchedule {
        Format plain = sifted(bytes);
        try {
            return plain == null ? xml(bytes) : new Found(plain, null);
        } catch (XMLStreamException e) {
            throw new NotASchedule(Why.SCHEDULE_UNREADABLE, e);
        }
    }

    /** By its first bytes alone, which costs nothing. @return null: some XML */
    static Format sifted(byte[] bytes) throws NotASchedule {
        if (bytes.length == 0) {
            throw new NotASchedule(Why.SCHEDULE_EMPTY);
        }
        if (bytes.length >= COMPOUND.length && Arrays.equals(COMPOUND, 0, COMPOUND.length, bytes, 0, COMPOUND.length)) {
            return MPP;
        }
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00ef\u00bb\u00bf", "")
                .stripLeading();
        if (head.startsWith("ERMHDR")) {
            return XER;
        }
        boolean wide = head.startsWith("\u00fe\u00ff") || head.startsWith("\u00ff\u00fe");
        if (!wide && !head.startsWith("<")) {
            throw new NotASchedule(Why.SCHEDULE_OTHER_TYPE);
        }
        return null;
    }

    /** Up to its first element. What declares a document type of its own is none of these, and may be made to swell. */
    private static Found xml(byte[] bytes) throws XMLStreamException, NotASchedule {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        String charset = reader.getCharacterEncodingScheme();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new NotASchedule(Why.SCHEDULE_UNREADABLE);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                return new Found(named(reader), charset == null ? reader.getEncoding() : charset);
            }
        }
        throw new NotASchedule(Why.SCHEDULE_UNREADABLE);
    }

    private static Format named(XMLStreamReader reader) throws NotASchedule {
        String namespace = reader.getNamespaceURI();
        boolean microsoft = namespace != null && namespace.startsWith(MICROSOFT);
        return switch (reader.getLocalName()) {
            case "Project" -> {
                if (microsoft) {
                    yield MSPDI;
                }
                throw new NotASchedule(Why.SCHEDULE_OTHER_TYPE);
            }
            case "APIBusinessObjects" -> PMXML;
            case "project" -> GANTTPROJECT;
            default -> throw new NotASchedule(Why.SCHEDULE_OTHER_TYPE);
        };
    }
}
