package io.guatu.app;

import io.guatu.photo.Decoders;
import io.guatu.report.Papers;
import io.guatu.report.form.Forms;
import io.guatu.schedule.Schedules;
import io.guatu.sheet.Sheets;

/** Whoever reads strangers' files, or draws papers, in processes of their own. They are started when they are first needed. */
record Apart(Decoders decoders, Schedules schedules, Sheets sheets, Papers papers, Forms forms) {
    Apart() {
        this(new Decoders(), new Schedules(), new Sheets(), new Papers(), new Forms());
    }

    void close() {
        decoders.close();
        schedules.close();
        sheets.close();
        papers.close();
        forms.close();
    }
}
