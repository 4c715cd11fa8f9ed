package io.guatu.report.form;

import io.guatu.report.form.NotAForm.Why;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Opens a stranger's workbook: how large it is unpacked is known before it is read, and what may run in it is refused. */
final class FormBook {
    private static final long LARGEST = 40L * 1024 * 1024;
    private static final int MOST_PARTS = 2_000;

    private FormBook() {}

    /** @throws NotAForm with what a person can do about it */
    static XSSFWorkbook open(byte[] bytes) throws NotAForm {
        FileMagic magic = FileMagic.valueOf(bytes);
        if (magic == FileMagic.OLE2) {
            throw new NotAForm(locked(bytes) ? Why.FORM_LOCKED : Why.FORM_OLD);
        }
        if (magic != FileMagic.OOXML) {
            throw new NotAForm(Why.FORM_UNREADABLE);
        }
        byte[] plain = withoutCalculationChain(bytes);
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(plain));
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw new NotAForm(Why.FORM_UNREADABLE, e);
        } catch (IllegalStateException | NullPointerException | IndexOutOfBoundsException | ClassCastException e) {
            // What the library throws at parts that are no workbook's.
            throw new NotAForm(Why.FORM_UNREADABLE, e);
        }
    }

    private static boolean locked(byte[] bytes) {
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return file.getRoot().hasEntry("EncryptedPackage");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** It names cells by their place, which rows that are added change; whoever opens the workbook makes it anew. */
    private static byte[] withoutCalculationChain(byte[] bytes) throws NotAForm {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
        long left = LARGEST;
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get();
                ZipOutputStream out = new ZipOutputStream(plain)) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
            if (entries.size() > MOST_PARTS) {
                throw new NotAForm(Why.FORM_TOO_LARGE);
            }
            for (ZipArchiveEntry entry : entries) {
                String name = entry.getName();
                if (name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
                    throw new NotAForm(Why.FORM_WITH_MACROS);
                }
                byte[] part = bounded(zip.getInputStream(entry), left);
                left -= part.length;
                if (name.equals("xl/calcChain.xml") || entry.isDirectory()) {
                    continue;
                }
                out.putNextEntry(new ZipEntry(name));
                out.write(
                        switch (name) {
                            case "[Content_Types].xml" -> types(part);
                            case "xl/_rels/workbook.xml.rels" -> without("Relationship", part);
                            default -> part;
                        });
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new NotAForm(Why.FORM_UNREADABLE, e);
        }
        return plain.toByteArray();
    }

    private static byte[] bounded(InputStream part, long most) throws IOException, NotAForm {
        byte[] read = part.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
        if (read.length > most) {
            throw new NotAForm(Why.FORM_TOO_LARGE);
        }
        return read;
    }

    private static byte[] types(byte[] xml) throws NotAForm {
        if (new String(xml, StandardCharsets.UTF_8).contains("macroEnabled")) {
            throw new NotAForm(Why.FORM_WITH_MACROS);
        }
        return without("Override", xml);
    }

    private static byte[] without(String element, byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8)
                .replaceAll("<" + element + "\\b[^>]*calcChain[^>]*/>", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
