package io.guatu.exchange;

import io.guatu.board.lamp.Lamp;

/** A lamp for whoever has no script: another shape for each colour, as on our pages. */
final class PublicLamp {
    private PublicLamp() {}

    /** What is drawn in a field of 16 × 16; its colour is whoever's it stands in. */
    static String shape(Lamp.Colour colour) {
        return switch (colour) {
            case RED -> "<path d=\"M1.5 1.5h13v13h-13Z\"/>";
            case YELLOW -> "<path d=\"M8 1.2 15.4 14.6H.6Z\"/>";
            case GREEN -> "<circle cx=\"8\" cy=\"8\" r=\"6.8\"/>";
            case GREY ->
                "<circle cx=\"8\" cy=\"8\" r=\"5.6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.2\"/>";
            case DONE ->
                "<path d=\"M1.8 8.6 6 12.8 14.2 3.6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.6\"/>";
        };
    }

    /** For places without a style sheet; readable on white. */
    static String ink(Lamp.Colour colour) {
        return switch (colour) {
            case RED -> "#c22f25";
            case YELLOW -> "#8f5d00";
            case GREEN -> "#1e7a4f";
            case GREY -> "#59636e";
            case DONE -> "#2563a8";
        };
    }
}
