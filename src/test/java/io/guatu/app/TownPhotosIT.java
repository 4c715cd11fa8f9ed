package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.domain.Coordinates;
import io.guatu.photo.TestPhoto;
import java.awt.image.BufferedImage;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photos on their way with what is told, and who sees them. */
class TownPhotosIT extends TownCase {
    @Test
    void a_photo_that_arrived_since_is_no_conflict() throws Exception {
        long seen = card("park").path("projectSeq").asLong();
        byte[] png = TestPhoto.plain(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png");
        assertEquals(
                201,
                as("zhao")
                        .sendBytes("/api/projects/park/photos", png, "image/png", "no-conflict")
                        .status());
        assertEquals(
                201,
                as("zhao")
                        .post(
                                "/api/projects/park/updates",
                                "{\"kind\":\"still-true\"}",
                                "Idempotency-Key",
                                "c5",
                                "If-Match",
                                "\"" + seen + "\"")
                        .status());
    }

    @Test
    void a_photo_goes_with_a_report_and_others_do_not_see_it() throws Exception {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        image.setRGB(5, 5, 0xffffff);
        told("office", "underpass", "{'kind':'project-amended','site':{'latitude':30.93,'longitude':116.98}}");
        byte[] jpeg = TestPhoto.jpeg(image, 6, "2020:01:01 08:00:00", new Coordinates(31.03, 116.98));
        var sent = as("g-li").sendBytes("/api/projects/underpass/photos", jpeg, "image/jpeg", "photo-1");
        assertEquals(201, sent.status(), () -> sent.raw().body());
        assertEquals(
                sent.json(),
                as("g-li")
                        .sendBytes("/api/projects/underpass/photos", jpeg, "image/jpeg", "photo-1")
                        .json());
        assertEquals(11_120, sent.json().path("metres").asInt(), 60);
        assertEquals("2020-01-01T00:00:00Z", sent.json().path("taken").asText());
        assertEquals(48, sent.json().path("width").asInt(), "it is kept upright");
        String id = sent.json().path("id").asText();
        told(
                "g-li",
                "underpass",
                "{'kind':'progress-reported','milestone':'jacking','percent':99,'asOf':'" + day(0) + "','photos':['"
                        + id + "']}");
        assertTrue(card("underpass").path("pending").toString().contains(id));
        String path = "/api/projects/underpass/photos/" + id;
        for (String who : new String[] {"g-li", "wang", "li", "hall", "zhao"}) {
            var read = as(who).get(path + "?size=thumbnail");
            assertEquals(200, read.status(), who);
            assertEquals(
                    "image/jpeg",
                    read.raw().headers().firstValue("Content-Type").orElseThrow());
        }
        assertEquals(404, as("g-zhou").get(path).status());
        assertEquals(403, as("g-park").get(path).status());
        assertEquals(
                403,
                as("g-park")
                        .sendBytes("/api/projects/underpass/photos", jpeg, "image/jpeg", "p2")
                        .status());
        var other = as("g-li")
                .sendBytes(
                        "/api/projects/underpass/photos",
                        TestPhoto.jpeg(image, 6, null, null),
                        "image/jpeg",
                        "photo-2");
        assertEquals(id, other.json().path("seen").asText(), "nearly the same as an earlier one");
        // The same bytes from another company: it may name them, and learns nothing of who sent them first.
        var zhous = as("g-zhou").sendBytes("/api/projects/underpass/photos", jpeg, "image/jpeg", "photo-3");
        assertEquals(201, zhous.status());
        assertFalse(zhous.json().has("seen"), zhous.raw().body());
        told(
                "g-zhou",
                "underpass",
                "{'kind':'progress-reported','milestone':'jacking','percent':98,'asOf':'" + day(0) + "','photos':['"
                        + id + "']}");
        JsonNode kept = photo(as("wang"), id);
        assertEquals(id, kept.path("photo").path("seen").asText());
        assertEquals(2, kept.path("sent").asInt());
        assertEquals(2, kept.path("named").asInt());
        assertEquals("李工", kept.path("by").path("name").asText());
        JsonNode own = photo(as("g-zhou"), id);
        assertEquals("周工", own.path("by").path("name").asText());
        assertFalse(own.toString().contains("g-li"), own.toString());
        // And in another project: the town is told, the contractor is not.
        var parks = as("g-park").sendBytes("/api/projects/park/photos", jpeg, "image/jpeg", "photo-4");
        assertFalse(parks.json().has("seen"), parks.raw().body());
        assertFalse(as("g-park").get("/api/entries?project=park").raw().body().contains("\"seen\""));
        assertTrue(as("zhao")
                .get("/api/entries?project=park&limit=500")
                .raw()
                .body()
                .contains("\"seen\":\"" + id));
    }

    private static JsonNode photo(TestClient client, String id) throws Exception {
        for (JsonNode photo : client.get("/api/projects/underpass").json().path("photos")) {
            if (photo.path("photo").path("id").asText().equals(id)) {
                return photo;
            }
        }
        throw new AssertionError("no photo " + id);
    }

    @Test
    void who_must_rectify_sees_the_photos_of_the_hazard() throws Exception {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.setRGB(30, 20, 0xff0000);
        String photo = as("wang")
                .sendBytes(
                        "/api/projects/underpass/photos",
                        TestPhoto.jpeg(image, 1, null, null),
                        "image/jpeg",
                        "hazard-photo")
                .json()
                .path("id")
                .asText();
        long hazard = told(
                "wang",
                "underpass",
                "{'kind':'hazard-found','severity':'general','place':'坑','text':'无护栏','photos':['" + photo + "']}");
        String path = "/api/projects/underpass/photos/" + photo;
        assertEquals(404, as("g-li").get(path).status());
        told(
                "wang",
                "underpass",
                "{'kind':'notice-issued','number':'整改〔2026〕9号','hazards':[" + hazard + "],'deadline':'" + day(7)
                        + "','grant':'g-li'}");
        assertEquals(200, as("g-li").get(path).status());
        assertEquals(404, as("g-zhou").get(path).status());
    }

    @ParameterizedTest(name = "{0} of {1} bytes as a photo → {2} {3}")
    @CsvSource({
        "image/jpeg, 11000000, 413, too-large",
        "image/png, 100, 422, photo-unreadable",
        "image/jpeg, 0, 422, photo-unreadable"
    })
    void what_is_no_photo_is_refused(String type, int bytes, int status, String code) throws Exception {
        var answer = as("g-li")
                .sendBytes(
                        "/api/projects/underpass/photos",
                        new byte[bytes],
                        type,
                        UUID.randomUUID().toString());
        assertEquals(status, answer.status(), () -> answer.raw().body());
        assertEquals(code, answer.code());
    }
}
