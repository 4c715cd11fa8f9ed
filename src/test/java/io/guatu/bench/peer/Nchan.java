package io.guatu.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** nginx with nchan: C, and the one to be measured by. */
record Nchan(Run run, int port) implements Peer {
    private static final List<Path> MODULES = List.of(
            Path.of("/usr/lib/nginx/modules/ngx_nchan_module.so"),
            Path.of("/usr/lib64/nginx/modules/ngx_nchan_module.so"));

    static Peer start(Workshop workshop) throws IOException {
        Path nginx = Workshop.program("nginx")
                .orElseThrow(() -> new Peers.Absent("nchan: no nginx here (Debian: nginx, libnginx-mod-nchan)."));
        Path module = MODULES.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new Peers.Absent("nchan: nginx is here without it (Debian: libnginx-mod-nchan)."));
        Path folder = workshop.room("nchan");
        int port = Workshop.freePort();
        Path settings = folder.resolve("nginx.conf");
        Files.writeString(
                settings,
                Workshop.resource("nchan.conf")
                        .replace("FOLDER", folder.toString())
                        .replace("MODULE", module.toString())
                        .replace("PORT", "" + port));
        Run run = Run.start(
                List.of(nginx.toString(), "-p", folder.toString(), "-c", settings.toString()),
                Map.of(),
                folder,
                folder.resolve("said"));
        Peers.await(run, port);
        return new Nchan(run, port);
    }

    @Override
    public String name() {
        return "nchan";
    }

    @Override
    public String viewing() {
        return "/view";
    }
}
