package io.guatu.http.page;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the browser libraries lie inside their jars, and the import map that names them. */
public final class Libraries {
    private static final String MVNPM = "META-INF/resources/_static/";
    private static final String WEBJARS = "META-INF/resources/webjars/";

    /** A package's name in an import, its artifact, the jar's folder, and what a bare import means (null: none). */
    private record Library(String name, String artifact, String root, String main) {}

    private static final List<Library> ALL = List.of(
            new Library("lit", "lit", MVNPM, "index.js"),
            new Library("lit-html", "lit-html", MVNPM, "lit-html.js"),
            new Library("lit-element", "lit-element", MVNPM, "index.js"),
            new Library("@lit/reactive-element", "reactive-element", MVNPM, "reactive-element.js"),
            new Library("echarts", "echarts", MVNPM, "dist/echarts.esm.min.js"),
            new Library("swagger-ui", "swagger-ui", WEBJARS, null));

    private final Map<String, String> folders = new LinkedHashMap<>();
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final JsonObject imports = new JsonObject();

    public Libraries(Versions versions) {
        for (Library library : ALL) {
            String version = versions.of(library.artifact());
            // The version is in the path, so that a browser may keep the file for good.
            String path = "/lib/" + library.name() + "/" + version + "/";
            folders.put(path, library.root() + library.artifact() + "/" + version);
            paths.put(library.name(), path);
            sources.put(library.name(), folders.get(path));
            if (library.main() != null) {
                imports.put(library.name(), path + library.main());
                imports.put(library.name() + "/", path);
            }
        }
    }

    /** The import map of every page. */
    public String importMap() {
        return new JsonObject().put("imports", imports).encode();
    }

    /** Where a library is served, with a slash at the end. */
    public String path(String name) {
        return paths.get(name);
    }

    /** Path of a library → its folder on the class path. */
    public Map<String, String> folders() {
        return folders;
    }

    /** Name of a library in an import → its folder on the class path. */
    public Map<String, String> sources() {
        return sources;
    }
}
