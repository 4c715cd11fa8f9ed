package io.guatu.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.guatu.app.TestBoard;
import io.guatu.domain.Coordinates;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The process that decodes, as it is started by the program. */
class DecodersTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Coordinates SITE = new Coordinates(30.93, 116.98);
    private static final Duration HOUR = Duration.ofHours(1);

    private static byte[] photo() throws Exception {
        BufferedImage image = new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB);
        return TestPhoto.jpeg(image, 6, "2026:11:20 14:30:00", new Coordinates(30.94, 116.98));
    }

    @Test
    void it_says_of_a_picture_what_we_would_say_stays_for_the_next_and_is_started_again_when_it_was_ended()
            throws Exception {
        try (Decoders decoders = new Decoders(HOUR, HOUR)) {
            Picture here = Picture.of(photo(), SITE, ZONE);
            Picture there = decoders.decode(photo(), SITE, ZONE);
            assertEquals(here.photo(), there.photo());
            assertArrayEquals(here.jpeg(), there.jpeg());
            assertArrayEquals(here.thumbnail(), there.thumbnail());
            List<Long> first = decoders.pids();
            assertEquals(null, decoders.decode(photo(), null, ZONE).photo().metres());
            assertEquals(first, decoders.pids());
            oneThatWasEndedWhileItRestedIsStartedAgain(decoders);
        }
    }

    private static void oneThatWasEndedWhileItRestedIsStartedAgain(Decoders decoders) throws Exception {
        long first = decoders.pids().get(0);
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        assertEquals(60, decoders.decode(photo(), null, ZONE).photo().width());
        TestBoard.await("the first is forgotten", () -> !decoders.pids().contains(first));
    }

    @Test
    void rubbish_wakes_nobody() {
        try (Decoders decoders = new Decoders(HOUR, HOUR)) {
            NotAPicture not = assertThrows(
                    NotAPicture.class, () -> decoders.decode(HostilePhoto.webpHeader(10_400, 10_400), null, ZONE));
            assertEquals(NotAPicture.Why.PHOTO_TOO_MANY_PIXELS, not.why());
            assertEquals(List.of(), decoders.pids());
        }
    }

    @Test
    void a_picture_that_takes_too_long_ends_its_process_and_no_other_picture() throws Exception {
        try (Decoders decoders = new Decoders(HOUR, Duration.ofMillis(1))) {
            NotAPicture not = assertThrows(
                    NotAPicture.class, () -> decoders.decode(HostilePhoto.webpLossless(2_400, 2_400), null, ZONE));
            assertEquals(NotAPicture.Why.PHOTO_TOO_COMPLEX, not.why());
            TestBoard.await("it is gone", () -> decoders.pids().isEmpty());
        }
    }

    @Test
    void nobody_stays_who_has_nothing_to_do() throws Exception {
        try (Decoders decoders = new Decoders(Duration.ofMillis(300), HOUR)) {
            assertNotEquals(0, decoders.decode(photo(), null, ZONE).photo().width());
            TestBoard.await("it left", () -> decoders.pids().isEmpty());
        }
    }
}
