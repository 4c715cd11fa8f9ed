package io.guatu.report.form;

import java.util.List;

/** A form as it arrived, with what its words say belongs where. */
public record FormReading(List<GridView> sheets) {}
