package io.guatu.schedule;

import io.guatu.apart.Errand;
import io.guatu.ledger.Json;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reading a schedule as an errand. The answer is JSON from there on: nobody but the asker looks into it. */
final class ReadingErrand implements Errand<ReadingErrand.Order, byte[], NotASchedule> {
    private static final int LONGEST = 32 * 1024 * 1024;

    private static final int READ = 'S';
    private static final int REFUSAL = 'R';

    record Order(byte[] bytes, Choice choice, Present present) {}

    @Override
    public Class<?> main() {
        return ScheduleMain.class;
    }

    @Override
    public List<String> options() {
        // The libraries of Microsoft's files want to log, and nobody reads it.
        return List.of(
                "-Xmx320m",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
                "-Dorg.apache.logging.log4j.simplelog.level=OFF");
    }

    @Override
    public void write(DataOutputStream out, Order order) throws IOException {
        bytes(out, Json.bytes(order.choice()));
        bytes(out, Json.bytes(order.present()));
        bytes(out, order.bytes());
    }

    static Order readOrder(DataInputStream in) throws IOException {
        Choice choice = Json.read(text(in), Choice.class);
        Present present = Json.read(text(in), Present.class);
        return new Order(bytes(in), choice, present);
    }

    static void write(DataOutputStream out, byte[] reading) throws IOException {
        out.writeByte(READ);
        bytes(out, reading);
    }

    static void write(DataOutputStream out, NotASchedule.Why why) throws IOException {
        out.writeByte(REFUSAL);
        out.writeByte(why.ordinal());
    }

    @Override
    public byte[] read(DataInputStream in) throws IOException, NotASchedule {
        int what = in.readUnsignedByte();
        if (what == REFUSAL) {
            throw new NotASchedule(NotASchedule.Why.values()[in.readUnsignedByte()]);
        }
        if (what != READ) {
            throw new IOException("the reader speaks another language: " + what);
        }
        return bytes(in);
    }

    @Override
    public NotASchedule tooLarge() {
        return new NotASchedule(NotASchedule.Why.SCHEDULE_TOO_LARGE);
    }

    @Override
    public NotASchedule tooLong() {
        return new NotASchedule(NotASchedule.Why.SCHEDULE_TOO_SLOW);
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("the reader speaks another language: a length of " + length);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }
}
