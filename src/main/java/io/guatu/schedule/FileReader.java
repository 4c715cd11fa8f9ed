package io.guatu.schedule;

import io.guatu.schedule.NotASchedule.Why;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.mpxj.MPXJException;
import org.mpxj.ProjectFile;
import org.mpxj.ganttproject.GanttProjectReader;
import org.mpxj.mpp.MPPReader;
import org.mpxj.mspdi.MSPDIReader;
import org.mpxj.primavera.PrimaveraPMFileReader;
import org.mpxj.primavera.PrimaveraXERFileReader;
import org.mpxj.reader.AbstractProjectStreamReader;

/**
 * The schedules of a file.
 *
 * @param program that wrote it, where it says so
 * @param charset its code page; null where there is none
 * @param guessed whether the file does not say which that is, and nobody did
 */
record FileReader(Format format, String program, String charset, boolean guessed, List<Schedule> schedules) {
    private static final int MOST_SCHEDULES = 200;

    static FileReader read(byte[] bytes, Charsets asked) throws NotASchedule {
        Format.Found found = Format.of(bytes);
        boolean silent = found.format() == Format.XER;
        Charsets taken = !silent || asked != null ? asked : Charsets.of(bytes);
        List<ProjectFile> files = files(found, bytes, taken);
        List<Schedule> schedules = new ArrayList<>();
        if (files.size() > MOST_SCHEDULES) {
            throw new NotASchedule(Why.SCHEDULE_TOO_LARGE);
        }
        for (ProjectFile file : files) {
            Schedule schedule = new ScheduleReader(file).read();
            if (!schedule.tasks().isEmpty()) {
                schedules.add(schedule);
            }
        }
        if (schedules.isEmpty()) {
            throw new NotASchedule(Why.SCHEDULE_EMPTY);
        }
        String charset = silent ? taken.charset().name() : found.charset();
        return new FileReader(found.format(), program(files.get(0)), charset, silent && asked == null, schedules);
    }

    private static List<ProjectFile> files(Format.Found found, byte[] bytes, Charsets charset) throws NotASchedule {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        try {
            return switch (found.format()) {
                case XER -> {
                    PrimaveraXERFileReader reader = new PrimaveraXERFileReader();
                    reader.setCharset(charset.charset());
                    yield reader.readAll(in);
                }
                case PMXML -> new PrimaveraPMFileReader().readAll(in);
                case MPP -> {
                    MPPReader reader = new MPPReader();
                    reader.setReadPresentationData(false);
                    yield one(reader, in);
                }
                case MSPDI -> {
                    MSPDIReader reader = new MSPDIReader();
                    reader.setCharset(Charset.forName(found.charset())); // it does not look
                    yield one(reader, in);
                }
                case GANTTPROJECT -> one(new GanttProjectReader(), in);
            };
        } catch (MPXJException e) {
            boolean locked = e.getMessage() != null && e.getMessage().startsWith(MPXJException.PASSWORD_PROTECTED);
            throw new NotASchedule(locked ? Why.SCHEDULE_LOCKED : Why.SCHEDULE_UNREADABLE, e);
        } catch (RuntimeException | StackOverflowError e) {
            // Whatever a library makes of bytes that its program did not write.
            throw new NotASchedule(Why.SCHEDULE_UNREADABLE, e);
        }
    }

    private static List<ProjectFile> one(AbstractProjectStreamReader reader, ByteArrayInputStream in)
            throws MPXJException, NotASchedule {
        ProjectFile file = reader.read(in);
        if (file == null) {
            throw new NotASchedule(Why.SCHEDULE_UNREADABLE);
        }
        return List.of(file);
    }

    private static String program(ProjectFile file) {
        String name = file.getProjectProperties().getFileApplication();
        return name == null || name.isBlank() ? null : TaskName.shortened(name);
    }
}
