package io.guatu.http;

import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.board.fold.Project;
import io.guatu.domain.Entry;
import io.guatu.domain.Photo;
import io.guatu.domain.PhotoId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectUpdate.PhotoReceived;
import io.guatu.domain.Role;
import io.guatu.ledger.PhotoStore;
import io.guatu.photo.NotAPicture;
import io.guatu.photo.Picture;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Photos in and out. A photo is first received, then named by the update that it belongs to. */
final class PhotoRoutes {
    /** Pictures need memory while they are decoded: one at a time, the others wait as they were sent. */
    private static final int AT_A_TIME = 1;

    private static final Problem BUSY = new Problem(503, "photos-busy", Map.of("seconds", "5"), List.of());

    private final Caller caller;
    private final Submissions submissions;
    private final Relay relay;
    private final PhotoStore photos;
    private final WorkerExecutor workshop;
    private final PhotoQuota quota = new PhotoQuota();
    private final Uploads uploads = new Uploads();

    PhotoRoutes(Vertx vertx, Caller caller, Submissions submissions, Relay relay, PhotoStore photos) {
        this.caller = caller;
        this.submissions = submissions;
        this.relay = relay;
        this.photos = photos;
        this.workshop = vertx.createSharedWorkerExecutor("photos", AT_A_TIME, 30, TimeUnit.SECONDS);
    }

    /** Before ten megabytes are read: who may not send any sends none, and who sends too many at once comes again. */
    void mayReceive(RoutingContext context) {
        ProjectId project = project(context);
        String sender = caller.of(context, who -> Scope.mayTell(who, PhotoReceived.class, project))
                .author()
                .id();
        if (!uploads.begin(sender)) {
            throw BUSY;
        }
        context.addEndHandler(ended -> uploads.end(sender));
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
        if (who.role() == Role.CONTRACTOR
                && !quota.take(
                        who.author().id(),
                        Picture.sha256(body.getBytes()),
                        relay.board().day())) {
            throw new Problem(429, "photo-quota", Map.of("most", Integer.toString(PhotoQuota.MOST)), List.of());
        }
        workshop.executeBlocking(
                        () -> Picture.of(
                                body.getBytes(),
                                known.profile().site(),
                                relay.board().zone()),
                        false)
                .recover(fault -> Future.failedFuture(fault instanceof NotAPicture not ? problem(not) : fault))
                .compose(picture -> keep(who, key, project, picture))
                .onSuccess(entry -> {
                    PhotoReceived received = (PhotoReceived) entry.update();
                    Reply.json(context, 201, answer(received.photo(), project, who));
                })
                .onFailure(context::fail);
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

    /** The bytes first: an entry never names a picture that is not there. */
    private Future<Entry> keep(Principal who, String key, ProjectId project, Picture picture) {
        String request = "photo " + project + " " + picture.photo().sha256();
        return photos.keep(
                        project,
                        picture.photo().id(),
                        Buffer.buffer(picture.jpeg()),
                        Buffer.buffer(picture.thumbnail()))
                .compose(kept -> submissions.tell(who, key, request, project, new PhotoReceived(picture.photo())));
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
