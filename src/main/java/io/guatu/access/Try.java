package io.guatu.access;

import java.time.Duration;

/** What is tried, by whom or from where: so often within a period, whichever nodes are asked. */
public record Try(String what, int most, Duration period) {}
