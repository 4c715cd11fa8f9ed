package io.guatu.report;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The papers there are; how each is called stands in the texts under {@code paper.<id>.title}. */
public enum PaperKind {
    /** 月度通报. */
    BULLETIN("bulletin", false, false, (edition, about) -> Bulletin.of(edition, about.last())),
    /** 督办单. */
    DIRECTIVE("directive", true, false, DirectiveSlip::of),
    /** 整改通知书. */
    RECTIFICATION("rectification", true, true, RectificationNotice::of),
    /** 形象进度确认单. */
    CONFIRMATION("confirmation", true, true, ProgressConfirmation::of),
    /** 项目一页纸. */
    PROJECT("project", true, false, ProjectSheet::of),
    /** 会议纪要. */
    MINUTES("minutes", false, false, (edition, about) -> MinutesPaper.of(edition, about));

    private final String id;
    private final boolean ofProject;
    private final boolean forSite;
    private final BiFunction<Edition, About, Paper> make;

    PaperKind(String id, boolean ofProject, boolean forSite, BiFunction<Edition, About, Paper> make) {
        this.id = id;
        this.ofProject = ofProject;
        this.forSite = forSite;
        this.make = make;
    }

    public String id() {
        return id;
    }

    /** Whether it is about one project. */
    public boolean ofProject() {
        return ofProject;
    }

    /** Whether a contractor has it too, of what is its own. */
    public boolean forSite() {
        return forSite;
    }

    public static Optional<PaperKind> of(String id) {
        return Stream.of(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    /** @throws Unwritten when the board holds nothing of what it is about */
    public Paper paper(Edition edition, About about) {
        return make.apply(edition, about);
    }
}
