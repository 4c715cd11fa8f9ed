package io.guatu.board.fold;

import io.guatu.domain.Author;
import io.guatu.domain.HazardUpdate.NoticeIssued;
import java.time.Instant;

/** 整改通知: what must be rectified by when. */
public record Notice(long seq, NoticeIssued issued, Author by, Instant at) {}
