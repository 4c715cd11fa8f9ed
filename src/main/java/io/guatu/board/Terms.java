package io.guatu.board;

import io.guatu.board.fold.Calendar;
import io.guatu.domain.RuleSet;
import java.time.ZoneId;

/** What a card is computed under: the board's zone, its working days, the rule set in force. */
public record Terms(ZoneId zone, Calendar calendar, RuleSet rules) {}
