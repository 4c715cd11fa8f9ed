package io.guatu.http.problem;

import io.guatu.command.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request that is not served, thrown or failed with; the one failure handler makes RFC 9457 JSON of it.
 *
 * <p>Codes are kebab-case and have a sentence in each text file.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String words;
    private final transient Map<String, String> parameters;
    private final transient List<Fault> faults;
    private final transient Map<String, Object> extensions;

    /**
     * One place in the request that is wrong.
     *
     * @param path a JSON pointer into the body, or a parameter's name
     * @param rule which has a sentence in the text files
     * @param parameters of the sentence
     */
    public record Fault(String path, String rule, Map<String, String> parameters) {
        public Fault(String path, String rule) {
            this(path, rule, Map.of());
        }
    }

    public Problem(int status, String code, Map<String, String> parameters, List<Fault> faults) {
        this(status, code, code, parameters, faults, Map.of());
    }

    private Problem(
            int status,
            String code,
            String words,
            Map<String, String> parameters,
            List<Fault> faults,
            Map<String, Object> extensions) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.words = words;
        this.parameters = Map.copyOf(parameters);
        this.faults = List.copyOf(faults);
        this.extensions = Map.copyOf(extensions);
    }

    public static Problem of(int status, String code) {
        return new Problem(status, code, Map.of(), List.of());
    }

    /** 400 for these places of the request. */
    public static Problem invalid(List<Fault> faults) {
        return new Problem(400, "invalid", Map.of(), faults);
    }

    /** 400 for one place of the request. */
    public static Problem invalid(String path, String rule) {
        return invalid(List.of(new Fault(path, rule)));
    }

    public static Problem of(Refusal refusal) {
        String code = refusal.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Problem(refusal.code().status(), code, refusal.parameters(), List.of());
    }

    /** The same with another status. */
    public Problem as(int other) {
        return new Problem(other, code, words, parameters, faults, extensions);
    }

    /** The same with a place in the request. */
    public Problem at(String path) {
        return new Problem(status, code, words, parameters, List.of(new Fault(path, code, parameters)), extensions);
    }

    /** The same in other words, which fit what was asked: programs see no difference. */
    public Problem said(String sentence) {
        return new Problem(status, code, sentence, parameters, faults, extensions);
    }

    /** The same with a member more (RFC 9457, section 3.2); a null value adds none. */
    public Problem with(String member, Object value) {
        return value == null ? this : new Problem(status, code, words, parameters, faults, Map.of(member, value));
    }

    public Map<String, Object> extensions() {
        return extensions;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The key of its sentence in the text files. */
    public String words() {
        return words;
    }

    public Map<String, String> parameters() {
        return parameters;
    }

    public List<Fault> faults() {
        return faults;
    }
}
