package io.guatu.packing;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.guatu.http.page.Libraries;
import io.guatu.http.page.Packed;
import io.guatu.http.page.Versions;
import io.guatu.http.page.Webroot;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Each page's modules and styles as one file each, and of all texts those that it may say, named by what is in it, with its gzip
 * and brotli beside it: a far phone asks for three files and not for sixty, each of which costs it a turn of the network.
 */
public final class Packing {
    private Packing() {}

    /** @param args where the packed files go, and a folder to work in */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path packed = emptied(Path.of(args[0]));
        Path work = emptied(Path.of(args[1]));
        Versions versions = new Versions();
        Path webroot = work.resolve("webroot");
        Resources.copy("webroot", "index.html", webroot);
        for (Map.Entry<String, String> library :
                new Libraries(versions).sources().entrySet()) {
            if (library.getKey().contains("lit")) {
                Resources.copy(
                        library.getValue(),
                        "package.json",
                        work.resolve("node_modules").resolve(library.getKey()));
            }
        }
        Esbuild esbuild = Esbuild.unpacked(versions.of("esbuild"), work);
        if (esbuild == null) {
            System.out.println("no esbuild for this machine: the pages stay in modules");
            return;
        }
        JsonObject pages = new JsonObject();
        for (String page : Packed.PAGES) {
            Path styles = work.resolve(page + ".css");
            Files.writeString(styles, Packed.imports(Files.readString(webroot.resolve(page + ".html")), webroot));
            pages.put(
                    page,
                    new JsonObject()
                            .put(
                                    "script",
                                    add(packed, page, ".js", esbuild.bundle(webroot.resolve("pages/" + page + ".js"))))
                            .put("style", add(packed, page, ".css", esbuild.bundle(styles)))
                            .put("texts", texts(packed, page, webroot)));
        }
        String digest = HexFormat.of().formatHex(Webroot.digest());
        Files.writeString(
                packed.resolve("list.json"),
                new JsonObject().put("webroot", digest).put("pages", pages).encodePrettily());
    }

    /** By language. */
    private static JsonObject texts(Path packed, String page, Path webroot) throws IOException {
        StringBuilder modules = new StringBuilder();
        for (String module : Webroot.modules("pages/" + page + ".js")) {
            modules.append(Files.readString(webroot.resolve(module.substring(1))))
                    .append('\n');
        }
        JsonObject names = new JsonObject();
        for (String language : Packed.LANGUAGES) {
            JsonObject all = new JsonObject(Files.readString(webroot.resolve("text/" + language + ".json")));
            byte[] said = new PageTexts(modules.toString(), all.fieldNames())
                    .of(all)
                    .encode()
                    .getBytes(StandardCharsets.UTF_8);
            names.put(language, add(packed, page + "-" + language, ".json", said));
        }
        return names;
    }

    private static String add(Path packed, String page, String ending, byte[] bytes) throws IOException {
        String name = page + "-" + Webroot.named(bytes) + ending;
        Files.write(packed.resolve(name), bytes);
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed.resolve(name + ".gz"))) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        }
        Brotli4jLoader.ensureAvailability();
        Files.write(packed.resolve(name + ".br"), Encoder.compress(bytes, Encoder.Parameters.create(11)));
        return name;
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
