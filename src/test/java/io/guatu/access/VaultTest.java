package io.guatu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    @TempDir
    Path folder;

    private Vertx vertx;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    private Vault vault(String file) throws Exception {
        return new Vault(Keys.load(vertx, folder.resolve(file)));
    }

    @Test
    void what_is_sealed_opens_for_whom_it_was_sealed_and_for_nobody_else() throws Exception {
        Vault vault = vault("a.json");
        String sealed = vault.seal("https://robot?key=秘密", "group");
        assertFalse(sealed.contains("key"));
        assertNotEquals(sealed, vault.seal("https://robot?key=秘密", "group"), "never twice the same");
        assertEquals(Optional.of("https://robot?key=秘密"), vault("a.json").open(sealed, "group"));
        assertEquals(Optional.empty(), vault.open(sealed, "another"));
        assertEquals(Optional.empty(), vault("b.json").open(sealed, "group"), "another key");
        for (String broken :
                List.of("", ".", "x", sealed.substring(0, sealed.length() - 3), sealed.replace('.', '-'))) {
            assertEquals(Optional.empty(), vault.open(broken, "group"), broken);
        }
    }

    @Test
    void it_opens_while_the_old_key_is_kept_behind_the_new_one() throws Exception {
        String sealed = vault("old.json").seal("secret", "group");
        vault("new.json");
        String old = Files.readString(folder.resolve("old.json"));
        String young = Files.readString(folder.resolve("new.json"));
        String both = young.substring(0, young.lastIndexOf(']')) + "," + old.substring(old.indexOf('[') + 1);
        Files.writeString(folder.resolve("both.json"), both);
        assertEquals(Optional.of("secret"), vault("both.json").open(sealed, "group"));
        assertNotEquals(
                sealed.split("\\.")[0],
                vault("both.json").seal("secret", "group").split("\\.")[0]);
    }
}
