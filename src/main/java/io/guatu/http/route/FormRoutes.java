package io.guatu.http.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Scope.Sight;
import io.guatu.board.fold.Forms.Form;
import io.guatu.board.fold.Forms.Revision;
import io.guatu.bridge.Answers;
import io.guatu.command.FormRules;
import io.guatu.domain.BoardUpdate.FormReceived;
import io.guatu.domain.BoardUpdate.FormSaved;
import io.guatu.domain.FormId;
import io.guatu.domain.FormSheet;
import io.guatu.domain.ProjectId;
import io.guatu.form.Figure;
import io.guatu.http.answer.Download;
import io.guatu.http.answer.LastingAnswers;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.ledger.FormFiles;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Relay;
import io.guatu.report.Edition;
import io.guatu.report.form.FormFilling;
import io.guatu.report.form.FormReading;
import io.guatu.report.form.Forms;
import io.guatu.report.form.GridView;
import io.guatu.report.form.NotAForm;
import io.guatu.text.TextFile;
import io.guatu.text.Words;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Forms of offices upward: they arrive once, are told once what belongs where, and are filled whenever somebody asks. */
public final class FormRoutes implements Operations.Routes {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final long LONGEST_FORM = 2 * 1024 * 1024;

    private final Caller caller;
    private final Submissions submissions;
    private final Relay relay;
    private final BoardHistory past;
    private final Answers answers;
    private final LastingAnswers lasting;
    private final FormFiles kept;
    private final Forms forms;
    private final Editions editions;
    private final FileReading files;

    public FormRoutes(
            Vertx vertx,
            Caller caller,
            Submissions submissions,
            Relay relay,
            BoardHistory past,
            Answers answers,
            LastingAnswers lasting,
            FormFiles kept,
            Forms forms) {
        this.caller = caller;
        this.submissions = submissions;
        this.relay = relay;
        this.past = past;
        this.answers = answers;
        this.lasting = lasting;
        this.kept = kept;
        this.forms = forms;
        this.editions = new Editions(relay, past);
        this.files = new FileReading(vertx, "forms");
    }

    @Override
    public void on(Operations operations) {
        operations.on("listForms", this::list);
        operations.on("sendForm", LONGEST_FORM, this::mayReceive, this::receive);
        operations.on("readFormFile", this::read);
        operations.on("tryForm", this::attempt);
        operations.on("readForm", this::filled);
        operations.on("readFormWorkbook", this::workbook);
    }

    record Named(String word, String name, Figure.Sort sort, boolean ofBoard) {}

    record Listed(
            FormId id,
            String name,
            String file,
            String fileName,
            long revision,
            List<Revision> revisions,
            boolean ofProject,
            List<FormSheet> sheets) {}

    void list(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.TABLES, null));
        Words words = TextFile.in(Editions.language(RequestParams.of(context)));
        List<Listed> all = known().byId().values().stream().map(this::listed).toList();
        List<Named> figures = Stream.of(Figure.values())
                .map(each -> new Named(each.word(), words.of("figure." + each.word()), each.sort(), each.ofBoard()))
                .toList();
        Reply.json(context, 200, Map.of("forms", all, "figures", figures));
    }

    private Listed listed(Form form) {
        FormSaved saved = form.saved();
        return new Listed(
                saved.form(),
                saved.name(),
                saved.file(),
                known().files().get(saved.file()).name(),
                form.revision(),
                form.revisions(),
                FormFilling.ofProject(saved.sheets()),
                saved.sheets());
    }

    /** Before megabytes are read: only who may save forms sends any, and not too many at once. */
    void mayReceive(RoutingContext context) {
        office(context);
        files.begin(context);
    }

    record Received(String file, String name, int bytes, List<String> sheets) {}

    void receive(RoutingContext context) {
        Principal who = office(context);
        RequestParams asked = RequestParams.of(context);
        String key = asked.key();
        String name = asked.text("name").orElseThrow();
        byte[] bytes = files.body(context);
        String file = io.guatu.photo.Picture.sha256(bytes);
        files.done(() -> forms.read(bytes, Map.of(), Map.of()))
                .map(reading -> new FormReceived(
                        file,
                        name,
                        bytes.length,
                        reading.sheets().stream().map(GridView::name).toList()))
                .compose(received -> keep(who, key, received, bytes))
                .onSuccess(received -> Reply.json(
                        context, 201, new Received(file, received.name(), received.bytes(), received.sheets())))
                .onFailure(fault -> context.fail(problem(fault)));
    }

    /** The same bytes again are there already. */
    private Future<FormReceived> keep(Principal who, String key, FormReceived received, byte[] bytes) {
        FormReceived before = known().files().get(received.file());
        return before != null
                ? Future.succeededFuture(before)
                : kept.keep(received.file(), Buffer.buffer(bytes))
                        .compose(there -> submissions.tell(who, key, "form " + received.file(), null, received))
                        .map(received);
    }

    void read(RoutingContext context) {
        office(context);
        String file = RequestParams.of(context).path("file", id -> id);
        bytes(file)
                .compose(bytes -> files.done(() ->
                        forms.read(bytes, relay.board().projects().settings().headings(), learned())))
                .onSuccess(reading -> Reply.json(context, 200, new Read(file, reading)))
                .onFailure(fault -> context.fail(problem(fault)));
    }

    record Read(String file, List<GridView> sheets) {
        Read(String file, FormReading reading) {
            this(file, reading.sheets());
        }
    }

    /** What went under which heading in forms that are filled already; the newest has the last word. */
    private Map<String, String> learned() {
        Map<String, String> learned = new HashMap<>();
        known().byId().values().stream()
                .flatMap(form -> form.saved().sheets().stream())
                .filter(sheet -> sheet.rows() != null)
                .flatMap(sheet -> sheet.rows().columns().stream())
                .filter(column -> column.below() == 0 && column.heading() != null)
                .forEach(column -> learned.put(column.heading(), column.fill()));
        return learned;
    }

    /** All that a filled form is a function of, with the program; {@code notes}: what is missing is said in it. */
    private record OfForm(FormSaved saved, long revision, Editions.Of edition, ProjectId project, boolean notes) {}

    void attempt(RoutingContext context) {
        office(context);
        RequestParams asked = RequestParams.of(context);
        JsonNode body = asked.body();
        List<FormSheet> sheets = new ArrayList<>();
        for (JsonNode each : body.path("sheets")) {
            sheets.add(RequestParams.read(each, FormSheet.class, "/sheets/" + sheets.size()));
        }
        FormSaved saved = new FormSaved(new FormId("trial"), "", asked.said("file"), sheets);
        FormRules.judge(known(), saved.file(), sheets).ifPresent(refusal -> {
            throw Problem.of(refusal);
        });
        // Of any project, where it is about one: to see how it looks.
        ProjectId project = FormFilling.ofProject(sheets)
                ? relay.board().cards().keySet().stream().findFirst().orElse(null)
                : null;
        editions.of(asked, Edition::month)
                .compose(edition -> made(new OfForm(saved, 0, edition, project, false)))
                .onSuccess(bytes -> Reply.encoded(context, Packed.seen(bytes)))
                .onFailure(context::fail);
    }

    void filled(RoutingContext context) {
        of(context)
                .onSuccess(of -> lasting.bytes(context, of, () -> answers.once(of, () -> made(of)), Packed::seen))
                .onFailure(context::fail);
    }

    void workbook(RoutingContext context) {
        of(context)
                .compose(of -> answers.once(of, () -> made(of))
                        .onSuccess(bytes -> Download.send(
                                context,
                                XLSX,
                                of.saved().form() + "-" + of.edition().month() + ".xlsx",
                                of.saved().name() + " " + of.edition().month() + " ("
                                        + of.edition().moment().day() + ").xlsx",
                                Packed.workbook(bytes))))
                .onFailure(context::fail);
    }

    private Future<OfForm> of(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.TABLES, null));
        RequestParams asked = RequestParams.of(context);
        FormId id = asked.path("form", FormId::new);
        ProjectId project = asked.text("project").map(ProjectId::new).orElse(null);
        boolean notes = asked.text("notes").map("sheet"::equals).orElse(true);
        return form(id, asked.number("revision").orElse(null)).compose(form -> {
            if (project == null && FormFilling.ofProject(form.saved().sheets())) {
                return Future.failedFuture(Problem.of(422, "form-of-project"));
            }
            return editions.of(asked, Edition::month).compose(edition -> past.board(edition.moment())
                    .compose(board -> project != null && !board.cards().containsKey(project)
                            ? Future.failedFuture(Problem.of(404, "unknown-project"))
                            : Future.succeededFuture(
                                    new OfForm(form.saved(), form.revision(), edition, project, notes))));
        });
    }

    /** As it is filled now, or as it was from an entry on. */
    private Future<Form> form(FormId id, Long revision) {
        Form now = known().byId().get(id);
        if (revision == null || now != null && now.revision() == revision) {
            return now == null ? Future.failedFuture(Problem.of(404, "unknown-form")) : Future.succeededFuture(now);
        }
        if (revision < 1 || revision > relay.board().seq()) {
            return Future.failedFuture(Problem.of(404, "unknown-form"));
        }
        return past.at(revision).compose(past::board).compose(board -> {
            Form then = board.projects().settings().outward().forms().byId().get(id);
            return then == null || then.revision() != revision
                    ? Future.failedFuture(Problem.of(404, "unknown-form"))
                    : Future.succeededFuture(then);
        });
    }

    private Future<byte[]> made(OfForm of) {
        return past.present(of.edition().moment())
                .compose(then -> bytes(of.saved().file())
                        .compose(file -> files.done(() -> {
                            FormFilling filling = FormFilling.of(
                                    of.saved().sheets(),
                                    editions.edition(then, of.edition()),
                                    of.project(),
                                    of.notes());
                            return Packed.of(
                                    forms.fill(file, filling),
                                    of.edition().month(),
                                    of.edition().moment().day(),
                                    of.revision());
                        })))
                .recover(fault -> Future.failedFuture(problem(fault)));
    }

    private Future<byte[]> bytes(String file) {
        return known().files().containsKey(file)
                ? kept.read(file)
                        .compose(bytes -> bytes.isEmpty()
                                ? Future.failedFuture(Problem.of(404, "not-found"))
                                : Future.succeededFuture(bytes.get().getBytes()))
                : Future.failedFuture(Problem.of(404, "not-found"));
    }

    private io.guatu.board.fold.Forms known() {
        return relay.board().projects().settings().outward().forms();
    }

    private Principal office(RoutingContext context) {
        return caller.of(context, who -> Scope.mayTell(who, FormSaved.class, null));
    }

    private Throwable problem(Throwable fault) {
        return fault instanceof NotAForm not ? Problem.of(422, not.code()) : files.later(fault);
    }
}
