package io.guatu.board;

import io.guatu.domain.ProjectId;

/** What travels of one project, as a viewer sees it: the town its {@link Card}, a contractor its {@link SiteCard}. */
public sealed interface ProjectCard permits Card, SiteCard {
    ProjectId id();

    /** The newest entry that touched the project. */
    long seq();
}
