package io.guatu.app;

import io.guatu.access.Passwords;
import io.guatu.access.Principal;
import io.guatu.command.Command;
import io.guatu.command.Verdict;
import io.guatu.command.Writer;
import io.guatu.domain.BoardUpdate.CalendarAdopted;
import io.guatu.domain.Coordinates;
import io.guatu.domain.Entry;
import io.guatu.domain.PersonId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectUpdate.PhotoReceived;
import io.guatu.domain.Update;
import io.guatu.ledger.Credentials;
import io.guatu.ledger.Credentials.Credential;
import io.guatu.ledger.Json;
import io.guatu.ledger.PhotoStore;
import io.guatu.photo.Picture;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How what a seed says is told: through the command path like everyone else, photos through the same workshop as a phone's,
 * passwords as they are kept of everybody.
 */
final class Seeder {
    private final Vertx vertx;
    private final Writer writer;
    private final Credentials credentials;
    private final PhotoStore photos;
    private final Passwords passwords;
    private final Clock clock;
    private final ZoneId zone;

    Seeder(
            Vertx vertx,
            Writer writer,
            Credentials credentials,
            PhotoStore photos,
            Passwords passwords,
            Clock clock,
            ZoneId zone) {
        this.vertx = vertx;
        this.writer = writer;
        this.credentials = credentials;
        this.photos = photos;
        this.passwords = passwords;
        this.clock = clock;
        this.zone = zone;
    }

    Instant now() {
        return clock.instant();
    }

    ZoneId zone() {
        return zone;
    }

    /** @param name of the line, which is its key: told again, it is the entry that it was */
    Future<Entry> tell(Principal who, String name, Instant at, ProjectId project, Update update) {
        String key = "seed " + name;
        return writer.submit(Command.of(who, key, key, at, project, update)).compose(verdict -> {
            if (verdict instanceof Verdict.Refused refused) {
                return Future.failedFuture(new IllegalStateException("The seed " + name + " was refused: "
                        + refused.refusal().code() + " " + refused.refusal().parameters()));
            }
            return Future.succeededFuture(((Verdict.Accepted) verdict).first());
        });
    }

    /** The working days of a year; of one that is arranged already they are refused, which is what we want. */
    Future<Void> adopt(CalendarAdopted calendar) {
        String key = "calendar " + Json.write(calendar);
        return writer.submit(Command.of(
                        Principal.system(), "calendar " + key.hashCode(), key, clock.instant(), null, calendar))
                .mapEmpty();
    }

    /** @param site where the project is, for the photo's distance */
    Future<Entry> receive(SeedLine line, Principal who, Instant at, Coordinates site) {
        return vertx.executeBlocking(() -> Picture.of(line.pictureTaken(at, zone), site, zone))
                .compose(picture -> photos.with(
                        line.project(),
                        picture.photo().id(),
                        Buffer.buffer(picture.jpeg()),
                        Buffer.buffer(picture.thumbnail()),
                        () -> tell(who, line.name(), at, line.project(), new PhotoReceived(picture.photo())),
                        fault -> false));
    }

    /**
     * @param once whether it is good for one login, at which another is chosen
     * @return whether it is this one that was set; not when there was one already
     */
    Future<Boolean> firstPassword(PersonId person, String password, boolean once) {
        return passwords.hash(password).compose(hash -> credentials.setFirst(person, new Credential(hash, once)));
    }

    /** @param seq of the entry that brought the person */
    Future<Void> password(PersonId person, String password, boolean once, long seq) {
        return passwords
                .hash(password)
                .compose(hash -> credentials.set(person, new Credential(hash, once), seq))
                .mapEmpty();
    }
}
