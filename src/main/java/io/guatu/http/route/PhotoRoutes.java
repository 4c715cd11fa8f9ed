package io.guatu.http.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.board.Board;
import io.guatu.board.fold.Project;
import io.guatu.domain.Entry;
import io.guatu.domain.Photo;
import io.guatu.domain.PhotoId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectUpdate.PhotoReceived;
import io.guatu.domain.Role;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.ledger.PhotoStore;
import io.guatu.photo.Decoders;
import io.guatu.photo.NotAPicture;
import io.guatu.photo.Picture;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Photos in and out. A photo is first received, then named by the update that it belongs to. */
public final class PhotoRoutes implements Operations.Routes {
    private static final Logger LOG = LoggerFactory.getLogger(PhotoRoutes.class);
    private static final String PLACE = "guatu.place";

    /** Over the worst of networks. */
    private static final Duration LONGEST_ARRIVAL = Duration.ofMinutes(2);

    /** A photo that cost much and was refused is refused again without a look. */
    private static final int REMEMBERED = 500;

    private static final long LONGEST_PHOTO = 10 * 1024 * 1024;

    private static final Problem BUSY = new Problem(503, "photos-busy", Map.of("seconds", "5"), List.of());

    private final Caller caller;
    private final Submissions submissions;
    private final Relay relay;
    private final PhotoStore photos;
    private final Vertx vertx;
    private final Decoders decoders;
    private final WorkerExecutor workshop;
    private final Arrival arrival;
    private final PhotoQuota quota = new PhotoQuota();
    private final Uploads uploads = new Uploads();
    private final Cache<String, NotAPicture> refused = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();

    public PhotoRoutes(
            Vertx vertx, Caller caller, Submissions submissions, Relay relay, PhotoStore photos, Decoders decoders) {
        this.vertx = vertx;
        this.arrival = new Arrival(vertx, LONGEST_ARRIVAL);
        this.decoders = decoders;
        this.caller = caller;
        this.submissions = submissions;
        this.relay = relay;
        this.photos = photos;
        // They only wait for the processes that decode.
        this.workshop = vertx.createSharedWorkerExecutor("photos", Decoders.MOST, 2, TimeUnit.MINUTES);
    }

    @Override
    public void on(Operations operations) {
        operations.on("sendPhoto", LONGEST_PHOTO, this::mayReceive, this::receive);
        operations.on("readPhoto", this::read);
    }

    /** Before ten megabytes are read: who may not send any sends none, and who sends too many at once comes again. */
    void mayReceive(RoutingContext context) {
        ProjectId project = project(context);
        Principal who = caller.of(context, each -> Scope.mayTell(each, PhotoReceived.class, project));
        String sender = who.author().id();
        Optional<Uploads.Place> free =
                who.role() == Role.CONTRACTOR ? uploads.beginFromSite(sender) : uploads.begin(sender);
        Uploads.Place place = free.orElseThrow(() -> BUSY);
        arrival.begin(context);
        context.put(PLACE, place).addEndHandler(ended -> place.ended());
        context.next();
    }

    void receive(RoutingContext context) {
        ProjectId project = project(context);
        Principal who = caller.of(context, principal -> Scope.mayTell(principal, PhotoReceived.class, project));
        String key = RequestParams.of(context).key();
        Project known = relay.board().projects().find(project).orElseThrow(() -> Problem.of(404, "unknown-project"));
        Buffer body = context.body().buffer();
        if (body == null || body.length() == 0) {
            throw Problem.of(422, "photo-unreadable");
        }
        arrival.ended(context);
        Uploads.Place place = context.get(PLACE);
        place.during(() -> photo(who, key, known, body.getBytes()))
                .onSuccess(entry -> {
                    PhotoReceived received = (PhotoReceived) entry.update();
                    Reply.json(context, 201, answer(received.photo(), project, who));
                })
                .onFailure(context::fail);
    }

    private Future<Entry> photo(Principal who, String key, Project project, byte[] bytes) {
        return vertx.executeBlocking(() -> Picture.sha256(bytes), false)
                .compose(hash -> picture(who, project, bytes, hash))
                .compose(picture -> keep(who, key, project.id(), picture));
    }

    private Future<Picture> picture(Principal who, Project project, byte[] bytes, String hash) {
        NotAPicture before = refused.getIfPresent(hash);
        if (before != null) {
            return Future.failedFuture(problem(before));
        }
        if (who.role() == Role.CONTRACTOR
                && (!quota.take(who.author().id(), hash, relay.board().day()) || usedUp(who, project))) {
            return Future.failedFuture(
                    new Problem(429, "photo-quota", Map.of("most", Integer.toString(PhotoQuota.MOST)), List.of()));
        }
        return workshop.executeBlocking(
                        () -> decoders.decode(
                                bytes, project.profile().site(), relay.board().zone()),
                        false)
                .recover(fault -> {
                    if (fault instanceof NotAPicture not) {
                        refused.put(hash, not);
                        return Future.failedFuture(problem(not));
                    }
                    LOG.warn("a photo was not decoded: {}", fault.toString());
                    return Future.failedFuture(fault instanceof IOException ? BUSY : fault);
                });
    }

    /** By whichever nodes: what was sent at another is in the ledger too. */
    private boolean usedUp(Principal who, Project project) {
        Board board = relay.board();
        Instant began = board.day().atStartOfDay(board.zone()).toInstant();
        return PhotoQuota.MOST
                <= project.photos().all().values().stream()
                        .filter(photo -> photo.by().id().equals(who.author().id())
                                && !photo.at().isBefore(began))
                        .count();
    }

    void read(RoutingContext context) {
        ProjectId project = project(context);
        PhotoId id = RequestParams.of(context).path("photo", PhotoId::new);
        Principal who = caller.of(context, principal -> Scope.maySeeSite(principal, project));
        boolean thumbnail =
                RequestParams.of(context).text("size").map("thumbnail"::equals).orElse(false);
        boolean shown = relay.board()
                .projects()
                .find(project)
                .map(known -> shown(known, id, who))
                .orElse(false);
        if (!shown) {
            throw Problem.of(404, "not-found");
        }
        photos.read(project, id, thumbnail)
                .onSuccess(bytes -> bytes.ifPresentOrElse(
                        jpeg -> context.response()
                                .putHeader(HttpHeaders.CONTENT_TYPE, "image/jpeg")
                                // The id is a hash of it: what it names never changes. Kept by this reader only.
                                .putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
                                .end(jpeg),
                        () -> context.fail(Problem.of(404, "not-found"))))
                .onFailure(context::fail);
    }

    /** A contractor's photos are its own, and those of its notices: that there are others is not its to find out. */
    private boolean shown(Project project, PhotoId id, Principal who) {
        io.guatu.board.fold.Photos.Received received = project.photos().all().get(id);
        return received != null
                && (who.role() != Role.CONTRACTOR
                        || received.isFrom(who.author())
                        || project.hazards()
                                .showsTo(who.author(), grant -> relay.roster().isOf(grant, who.author()), id));
    }

    private Future<Entry> keep(Principal who, String key, ProjectId project, Picture picture) {
        String request = "photo " + project + " " + picture.photo().sha256();
        return photos.with(
                project,
                picture.photo().id(),
                Buffer.buffer(picture.jpeg()),
                Buffer.buffer(picture.thumbnail()),
                () -> submissions.tell(who, key, request, project, new PhotoReceived(picture.photo())),
                Problem.class::isInstance);
    }

    /** What another project, or another company, has seen before is not a contractor's to know. */
    private Photo answer(Photo photo, ProjectId project, Principal who) {
        if (who.role() != Role.CONTRACTOR) {
            return photo;
        }
        return photo.seenAmong(
                relay.board().projects().find(project).orElseThrow().photos().from(who.author()));
    }

    private static Problem problem(NotAPicture not) {
        return Problem.of(422, not.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static ProjectId project(RoutingContext context) {
        try {
            return new ProjectId(context.pathParam("project"));
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "invalid");
        }
    }
}
