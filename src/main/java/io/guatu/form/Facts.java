package io.guatu.form;

/** What is known of a project, or of the board. */
public interface Facts {
    /** A text, a {@link java.math.BigDecimal}, a day, a {@link Word}; null: the ledger does not say. An empty text is known to be none. */
    Object of(Figure figure);

    /** How the project is called where something of it is missing; null: the board. */
    String name();

    /** A word of a list: {@code code} in the contract, {@code shown} in the language of the form; either may be compared with. */
    record Word(String code, String shown) {
        @Override
        public String toString() {
            return shown;
        }
    }
}
