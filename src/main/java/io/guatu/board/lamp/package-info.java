/** The colour of a project with its reasons and the way back to green. Pure: facts, day and rule set in, lamp out. */
package io.guatu.board.lamp;
