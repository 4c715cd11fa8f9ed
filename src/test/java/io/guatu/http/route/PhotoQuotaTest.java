package io.guatu.http.route;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PhotoQuotaTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Test
    void a_contractor_may_send_so_many_photos_a_day_and_others_are_not_held_up() {
        PhotoQuota quota = new PhotoQuota();
        for (int i = 0; i < PhotoQuota.MOST; i++) {
            assertTrue(quota.take("g-li", "photo " + i, TODAY));
        }
        assertFalse(quota.take("g-li", "another", TODAY));
        assertTrue(quota.take("g-zhou", "another", TODAY));
        assertTrue(quota.take("g-li", "another", TODAY.plusDays(1)));
    }

    @Test
    void a_photo_that_is_sent_again_counts_once() {
        PhotoQuota quota = new PhotoQuota();
        for (int i = 0; i <= PhotoQuota.MOST; i++) {
            assertTrue(quota.take("g-li", "photo", TODAY));
        }
        for (int i = 1; i < PhotoQuota.MOST; i++) {
            assertTrue(quota.take("g-li", "photo " + i, TODAY));
        }
        assertFalse(quota.take("g-li", "another", TODAY));
        assertTrue(quota.take("g-li", "photo", TODAY), "its answer was lost");
    }
}
