package io.guatu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/** A module of the pages, run as it is served, without a browser: for those that need none. */
public final class WebModule implements AutoCloseable {
    private final Context context = Context.newBuilder("js")
            .allowIO(IOAccess.ALL)
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .option("js.esm-eval-returns-exports", "true")
            .build();
    private final Value exports;

    /** @param path below {@code webroot} */
    public WebModule(String path) {
        this(path, "");
    }

    /** @param world what the module finds of a browser, as far as it needs one */
    public WebModule(String path, String world) {
        this(Path.of("webroot"), path, world);
    }

    /** @param root a folder that is laid out as {@code webroot} is */
    public WebModule(Path root, String path, String world) {
        context.eval("js", world);
        try {
            exports = context.eval(Source.newBuilder("js", root.resolve(path).toFile())
                    .mimeType("application/javascript+module")
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Value export(String name) {
        return exports.getMember(name);
    }

    /** A function of the test, in the page's language. */
    public Value eval(String source) {
        return context.eval("js", source);
    }

    @Override
    public void close() {
        context.close();
    }
}
