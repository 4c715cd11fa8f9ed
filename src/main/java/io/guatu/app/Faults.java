package io.guatu.app;

import io.guatu.ledger.archive.Damaged;
import io.guatu.ledger.archive.Refused;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;

/** What went wrong, as one line for the person at the terminal. */
final class Faults {
    private Faults() {}

    static String sentence(Throwable fault) {
        if (fault instanceof Damaged || fault instanceof Refused) {
            return fault.getMessage();
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("Address already in use")) {
                return "The port is in use by another program: set GUATU_PORT to a free one.";
            }
            if (message.contains("Cannot assign requested address")
                    || cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException) {
                return "GUATU_HOST is not an address of this machine.";
            }
            if (cause instanceof FileSystemException file) {
                return file.getFile() + " cannot be made or written ("
                        + file.getClass().getSimpleName() + "): set GUATU_DATA to a folder that can.";
            }
            if (cause instanceof SQLException sql) {
                return "The database refuses: "
                        + sql.getMessage().lines().findFirst().orElse("no reason given")
                        + " (check GUATU_DATABASE_URL).";
            }
        }
        if (fault instanceof FlywayException) {
            return "The database could not be brought up to date: "
                    + fault.getMessage().lines().findFirst().orElse("no reason given");
        }
        return fault.getMessage() == null
                ? "It failed: " + fault
                : fault.getMessage().lines().findFirst().orElse("It failed.");
    }
}
