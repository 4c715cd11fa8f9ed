package io.guatu.board.lamp;

/** What one rule found: a colour worse than green, why, and the way back. */
record Finding(Lamp.Colour colour, Lamp.Reason reason, Lamp.Step way) {
    boolean red() {
        return colour == Lamp.Colour.RED;
    }
}
