package io.guatu.courier;

import io.guatu.tidings.Letter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** How a channel wants to be told: pure but for the clock of an answer. */
interface Form {
    /** The least time between two messages to one receiver: more are refused, or silence it for a while. */
    Duration between();

    /** How many facts one message may speak of. */
    int together();

    Post post(Reached reached, Message message, Instant now);

    /** What the answer means: many say in a 200 that they did not take it. */
    Outcome read(Reply reply, Clock clock);

    /** @param counted says how many facts a message has no room for */
    record Message(Letter letter, IntFunction<String> counted, boolean english, Facts facts) {}

    /** The same facts for a machine, one for each line. */
    record Facts(String source, List<Fact> list) {}

    /** @param what in a word, as in the settings */
    record Fact(String id, String what, String project, Instant at) {}

    /** The letter with as many lines as there is room for; what is left out is counted. */
    static String fitted(Message message, Function<Letter, String> written, Function<String, Integer> size, int most) {
        Letter letter = message.letter();
        String whole = written.apply(letter);
        int lines = letter.lines().size();
        while (size.apply(whole) > most && lines > 0) {
            lines--;
            whole = written.apply(
                    letter.first(lines, message.counted().apply(letter.lines().size() - lines)));
        }
        return whole;
    }
}
