package io.guatu.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UploadsTest {
    private final Uploads uploads = new Uploads();

    @Test
    void one_sender_has_two_and_all_have_eight() {
        for (String sender : new String[] {"li", "zhou", "wang", "zhao"}) {
            assertTrue(uploads.begin(sender));
            assertTrue(uploads.begin(sender));
            assertFalse(uploads.begin(sender), sender);
        }
        assertFalse(uploads.begin("office"), "the node is busy");
        uploads.end("li");
        assertTrue(uploads.begin("office"));
        assertFalse(uploads.begin("li"), "its place is taken");
        uploads.end("zhou");
        assertTrue(uploads.begin("li"));
    }
}
