package io.guatu.bench.peer;

import io.guatu.bench.load.Door;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** nginx with nchan: C, and the one to be measured by. */
record Nchan(Run run, int port, Door viewers) implements Peer {
    private static final List<Path> MODULES = List.of(
            Path.of("/usr/lib/nginx/modules/ngx_nchan_module.so"),
            Path.of("/usr/lib64/nginx/modules/ngx_nchan_module.so"));

    static Peer start(Workshop workshop) throws IOException {
        return start(workshop, null);
    }

    /** Its viewers' lines are encrypted, what is posted to it is not. */
    static Peer encrypted(Workshop workshop, Certificate certificate) throws IOException {
        return start(workshop, certificate);
    }

    private static Peer start(Workshop workshop, Certificate certificate) throws IOException {
        Path nginx = Workshop.program("nginx")
                .orElseThrow(() -> new Peers.Absent("nchan: no nginx here (Debian: nginx, libnginx-mod-nchan)."));
        Path module = MODULES.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new Peers.Absent("nchan: nginx is here without it (Debian: libnginx-mod-nchan)."));
        Path folder = workshop.room("nchan");
        int port = Workshop.freePort();
        int secure = certificate == null ? port : Workshop.freePort();
        Path settings = folder.resolve("nginx.conf");
        Files.writeString(
                settings,
                Workshop.resource("nchan.conf")
                        .replace("FOLDER", folder.toString())
                        .replace("MODULE", module.toString())
                        .replace("PORT", "" + port)
                        .replace("ENCRYPTED", certificate == null ? "" : encrypting(secure, certificate)));
        Run run = Run.start(
                List.of(nginx.toString(), "-p", folder.toString(), "-c", settings.toString()),
                Map.of(),
                folder,
                folder.resolve("said"));
        Peers.await(run, port);
        return new Nchan(run, port, new Door(secure, certificate == null ? null : certificate.trusting()));
    }

    private static String encrypting(int port, Certificate certificate) {
        return "listen 127.0.0.1:" + port + " ssl backlog=4096; ssl_certificate " + certificate.chain()
                + "; ssl_certificate_key " + certificate.key() + ";";
    }

    @Override
    public String name() {
        return viewers.tls() == null ? "nchan" : "nchan, encrypted";
    }

    @Override
    public String viewing() {
        return "/view";
    }
}
