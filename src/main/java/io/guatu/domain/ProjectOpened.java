package io.guatu.domain;

/**
 * A project comes onto the board. {@code sector} is an OC4IDS sector code; {@code cadence} is how many days may pass
 * between two reports (null: 7); {@code owner} and {@code capacity} are null where nobody named them.
 */
public record ProjectOpened(
        Name name, String sector, ProjectKind projectKind, Stage stage, String owner, Name capacity, Integer cadence)
        implements Update {}
