package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.courier.Mailbox;
import io.guatu.ledger.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigTest {
    @Test
    void nothing_set_is_a_demo_on_this_machine_alone() throws Exception {
        Config config = Config.of(Map.of());
        assertEquals(8080, config.port());
        assertEquals("127.0.0.1", config.host());
        assertEquals("demo", config.seed());
        assertEquals("Asia/Shanghai", config.zone().getId());
        assertTrue(config.database().isEmpty());
        assertTrue(config.keys().endsWith("data/keys.json"));
    }

    @Test
    void tiles_say_whose_they_are_and_in_which_system() throws Exception {
        Config config = Config.of(Map.of(
                "GUATU_TILES", "https://t.town.example:8443/w/{z}/{x}/{y}.png?key=a",
                "GUATU_TILES_SYSTEM", "gcj-02",
                "GUATU_TILES_BY", "© 某图"));
        assertEquals("https://t.town.example:8443", config.tiles().orElseThrow().origin());
        assertEquals(Optional.empty(), Config.of(Map.of()).tiles());
        for (String wrong : List.of(
                "https://t.example/{z}/{x}.png", "https://t.example; script-src *//{z}/{x}/{y}", "ftp://t/{z}{x}{y}")) {
            assertThrows(
                    Config.Faulty.class,
                    () -> Config.of(
                            Map.of("GUATU_TILES", wrong, "GUATU_TILES_SYSTEM", "wgs-84", "GUATU_TILES_BY", "x")));
        }
        assertThrows(Config.Faulty.class, () -> Config.of(Map.of("GUATU_TILES", "https://t.example/{z}/{x}/{y}")));
    }

    @Test
    void a_database_url_is_taken_apart() throws Exception {
        var database = Config.of(Map.of("GUATU_DATABASE_URL", "postgresql://guatu:p%40ss@db.town:6543/board"))
                .database()
                .orElseThrow();
        assertEquals("db.town", database.host());
        assertEquals(6543, database.port());
        assertEquals("board", database.name());
        assertEquals("p@ss", database.password());
    }

    @Test
    void all_faults_are_named_at_once_and_no_value_is_repeated() {
        Config.Faulty faulty = assertThrows(
                Config.Faulty.class,
                () -> Config.of(Map.of(
                        "GUATU_PORT", "eighty",
                        "GUATU_DATABASE_URL", "mysql://root:secret@db/x",
                        "GUATU_SEED", "nowhere",
                        "GUATU_OFFICE_PASSWORD", "short",
                        "GUATU_ORIGINS", "board.example.org",
                        "GUATU_ZONE", "Asia/Daguan",
                        "GUATU_TLS_CERT", "no-such-file.pem",
                        "GUATU_PROT", "8080")));
        for (String name :
                List.of("PORT", "DATABASE_URL", "SEED", "OFFICE_PASSWORD", "ORIGINS", "ZONE", "TLS_CERT", "PROT")) {
            assertTrue(faulty.faults().stream().anyMatch(fault -> fault.startsWith("GUATU_" + name + " ")), name);
        }
        assertEquals(8, faulty.faults().size());
        assertFalse(faulty.getMessage().contains("secret"));
        assertFalse(faulty.getMessage().contains("short"));
    }

    @Test
    void the_way_to_the_database_is_encrypted_when_the_url_says_so_and_no_parameter_is_ignored() throws Exception {
        String url = "postgresql://guatu:secret@db.town/board";
        assertEquals(Database.Tls.DISABLE, database(url).tls());
        assertEquals(Database.Tls.REQUIRE, database(url + "?sslmode=require").tls());
        assertEquals(
                Database.Tls.VERIFY_FULL, database(url + "?sslmode=verify-full").tls());
        for (String query : List.of("?sslmode=prefer", "?sslmod=require", "?ssl=true", "?sslmode=require&x=1")) {
            assertThrows(Config.Faulty.class, () -> database(url + query), query);
        }
    }

    @Test
    void a_database_may_have_several_servers_one_of_which_is_the_primary() throws Exception {
        Database one = database("postgresql://guatu:sec%40ret@db.town/board?target_session_attrs=read-write");
        assertEquals("db.town:5432", one.where());
        Database many = database(
                "postgresql://guatu:secret@a.town:5433,b.town,[fd00::1]:5434/board?sslmode=require&target_session_attrs=primary");
        assertEquals("a.town:5433,b.town:5432,[fd00::1]:5434", many.where());
        assertEquals(Database.Tls.REQUIRE, many.tls());
        for (String none : List.of(
                "postgresql://guatu:secret@a,,b/board",
                "postgresql://guatu:secret@a,/board",
                "postgresql://a,b/board",
                "postgresql://guatu:secret@a,b/board?target_session_attrs=any",
                "postgresql://guatu:secret@a,b:x/board",
                "postgresql://guatu:secret@a,b/board?sslmode=require&sslmode=disable",
                "postgresql://guatu:secret@a,b/")) {
            assertThrows(Config.Faulty.class, () -> database(none), none);
        }
    }

    private static Database database(String url) throws Config.Faulty {
        return Config.of(Map.of("GUATU_DATABASE_URL", url)).database().orElseThrow();
    }

    @Test
    void proxies_are_addresses_or_networks_and_keys_a_file_that_exists() throws Exception {
        assertEquals(
                2,
                Config.of(Map.of("GUATU_PROXIES", "10.1.0.0/16, fd00::1"))
                        .proxies()
                        .size());
        assertEquals(
                1,
                Config.of(Map.of("GUATU_METRICS_FROM", "10.9.0.0/24"))
                        .scrapers()
                        .size());
        assertThrows(Config.Faulty.class, () -> Config.of(Map.of("GUATU_METRICS_FROM", "prometheus.town")));
        assertThrows(Config.Faulty.class, () -> Config.of(Map.of("GUATU_PROXIES", "proxy.town")));
        assertThrows(Config.Faulty.class, () -> Config.of(Map.of("GUATU_PROXIES", "10.1.0.0/33")));
        assertThrows(Config.Faulty.class, () -> Config.of(Map.of("GUATU_KEYS", "no-such-file.json")));
    }

    @Test
    void a_mail_server_says_how_it_is_spoken_to_and_who_writes() throws Exception {
        Mailbox usual = mailbox("smtps://board%40town.example:p%3Ass@smtp.town");
        assertEquals("board@town.example", usual.user());
        assertEquals("p:ss", usual.password());
        assertEquals(465, usual.port());
        assertTrue(usual.tls());
        assertFalse(usual.toString().contains("p:ss"));
        assertEquals(587, mailbox("smtp://smtp.town").port());
        assertFalse(mailbox("smtp://smtp.town").plain());
        assertTrue(mailbox("smtp://127.0.0.1:25?tls=none").plain());
        for (String none : List.of(
                "smtps://smtp.town?tls=none",
                "smtp://smtp.town?tls=maybe",
                "http://smtp.town",
                "smtp://user@smtp.town")) {
            assertThrows(Config.Faulty.class, () -> mailbox(none), none);
        }
        Config.Faulty alone =
                assertThrows(Config.Faulty.class, () -> Config.of(Map.of("GUATU_SMTP", "smtp://u:secret@smtp.town")));
        assertTrue(alone.getMessage().contains("GUATU_MAIL_FROM"));
        assertFalse(alone.getMessage().contains("secret"));
    }

    private static Mailbox mailbox(String url) throws Config.Faulty {
        return Config.of(Map.of("GUATU_SMTP", url, "GUATU_MAIL_FROM", "board@town.example"))
                .mailbox()
                .orElseThrow();
    }
}
