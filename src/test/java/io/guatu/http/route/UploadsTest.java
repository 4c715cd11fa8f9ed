package io.guatu.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UploadsTest {
    private final Uploads uploads = new Uploads();

    private boolean begins(String sender) {
        return uploads.begin(sender).isPresent();
    }

    @Test
    void contractors_together_leave_one_place_to_the_town() {
        int taken = 0;
        while (uploads.beginFromSite("site " + taken).isPresent()) {
            taken++;
        }
        assertTrue(uploads.begin("office").isPresent());
        assertFalse(uploads.begin("wang").isPresent());
    }

    @Test
    void one_sender_has_two_and_all_have_eight() {
        List<Uploads.Place> places = new ArrayList<>();
        for (String sender : new String[] {"li", "zhou", "wang", "zhao"}) {
            places.add(uploads.begin(sender).orElseThrow());
            assertTrue(begins(sender));
            assertFalse(begins(sender), sender);
        }
        assertFalse(begins("office"), "the node is busy");
        places.get(0).ended();
        assertTrue(begins("office"));
        assertFalse(begins("li"), "its place is taken");
        places.get(1).ended();
        places.get(1).ended();
        assertTrue(begins("li"));
        assertFalse(begins("office"), "a place ends once");
    }

    @Test
    void who_hangs_up_keeps_the_place_until_the_work_on_the_photo_is_done() {
        Promise<String> work = Promise.promise();
        Uploads.Place place = uploads.begin("li").orElseThrow();
        place.during(work::future);
        place.ended();
        assertTrue(begins("li"));
        assertFalse(begins("li"), "the first is still worked on");
        work.fail("unreadable");
        assertTrue(begins("li"));
    }

    @Test
    void the_photos_of_one_sender_are_worked_on_one_after_the_other() {
        List<String> begun = new ArrayList<>();
        Promise<String> first = Promise.promise();
        Promise<String> second = Promise.promise();
        Future<String> one = uploads.begin("li").orElseThrow().during(() -> begin(begun, "1", first));
        Future<String> two = uploads.begin("li").orElseThrow().during(() -> begin(begun, "2", second));
        uploads.begin("zhou").orElseThrow().during(() -> begin(begun, "3", Promise.promise()));
        assertEquals(List.of("1", "3"), begun);
        first.fail("unreadable");
        assertTrue(one.failed());
        assertEquals(List.of("1", "3", "2"), begun);
        second.complete("done");
        assertEquals("done", two.result());
    }

    private static Future<String> begin(List<String> begun, String name, Promise<String> work) {
        begun.add(name);
        return work.future();
    }
}
