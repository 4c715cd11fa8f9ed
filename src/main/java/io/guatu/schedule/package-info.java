/**
 * Schedules of other programs, read beside a project's plan: which of their tasks become milestones, what they weigh, what comes
 * before what, and what the plan does not say yet. Pure: bytes and a plan in, proposals out; a process of its own does it, and
 * telling them is the way of every update.
 */
package io.guatu.schedule;
