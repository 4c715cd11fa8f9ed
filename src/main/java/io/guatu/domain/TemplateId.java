package io.guatu.domain;

/** The id of a template of stages (阶段模板). */
public record TemplateId(String value) {
    /** @throws IllegalArgumentException when the value is not lower-case words joined by hyphens */
    public TemplateId {
        Slug.check("template id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
