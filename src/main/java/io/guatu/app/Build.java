package io.guatu.app;

import io.guatu.bridge.FrameJson;
import io.guatu.bridge.Frames;
import io.guatu.http.page.Versions;
import io.guatu.state.FoldMark;
import io.guatu.text.TextFile;
import org.slf4j.LoggerFactory;

/** What the program is made of: it is read once, however many nodes of it run here. */
final class Build {
    static final Versions VERSIONS = new Versions();
    static final String FOLD = FoldMark.now();
    /** Of the code that draws boards and makes frames of them. */
    static final String DRAWN = FoldMark.of(Frames.class, FrameJson.class);

    private Build() {}

    /** The first who asks reads it, and takes long: not on an event loop. */
    static Void read() {
        LoggerFactory.getLogger(Build.class).debug("{}, folds as {}", VERSIONS.guatu(), FOLD);
        TextFile.in("zh"); // the first who is told that the board is starting would read them
        return null;
    }
}
