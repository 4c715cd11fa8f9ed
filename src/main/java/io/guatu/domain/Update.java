package io.guatu.domain;

/**
 * Something the board is told. Sealed: the README's recipe says what a new kind needs. The kind's name on the wire is the
 * record's name in kebab-case ({@code progress-reported}).
 */
public sealed interface Update
        permits BoardOpened,
                PersonAdded,
                ScreenIssued,
                ScreenRevoked,
                ProjectOpened,
                MilestonePlanned,
                ProgressReported,
                ProgressVerified,
                ProgressReturned,
                StillTrue,
                GrantIssued,
                GrantRevoked {}
