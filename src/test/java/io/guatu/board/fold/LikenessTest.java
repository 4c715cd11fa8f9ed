package io.guatu.board.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.domain.Author;
import io.guatu.domain.Entry;
import io.guatu.domain.Photo;
import io.guatu.domain.PhotoId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectUpdate.PhotoReceived;
import io.guatu.domain.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final Author LI = new Author("g-li", Role.CONTRACTOR, "李工", "桐建公司");

    private static Photo photo(int n, long bits) {
        PhotoId id = new PhotoId("%032x".formatted(n));
        return new Photo(id, "%064x".formatted(n), "%016x".formatted(bits), 10, 10, null, null, null);
    }

    private static Entry received(int n, Photo photo) {
        return new Entry(n, new ProjectId("road"), n, Instant.EPOCH, LI, new PhotoReceived(photo));
    }

    /** The verdict of a look at each of them, one by one. */
    private static Optional<PhotoId> oneByOne(Photos photos, Photo photo) {
        return photos.all().values().stream()
                .map(Photos.Received::photo)
                .filter(earlier -> earlier.looksLike(photo))
                .map(Photo::id)
                .findFirst();
    }

    @Test
    void packed_likenesses_say_what_a_look_at_each_photo_says() {
        Random random = new Random(7);
        List<Photo> sent = new ArrayList<>();
        Photos photos = Photos.NONE;
        int alike = 0;
        for (int n = 1; n <= 2_000; n++) {
            long bits = random.nextLong();
            if (n % 3 == 0) {
                // An earlier one with a few bits turned: about as many as are and are not the same picture.
                bits = sent.get(random.nextInt(sent.size())).bits();
                for (int turned = random.nextInt(12); turned > 0; turned--) {
                    bits ^= 1L << random.nextInt(64);
                }
            }
            // Now and then the very same one.
            Photo photo = n % 50 == 0 ? sent.get(random.nextInt(sent.size())) : photo(n, bits);
            Optional<PhotoId> like = photos.like(photo);
            assertEquals(oneByOne(photos, photo), like, "photo " + n);
            alike += like.isPresent() ? 1 : 0;
            sent.add(photo);
            photos = photos.after(received(n, photo));
        }
        assertTrue(alike > 200, "there was something to find");
        Likenesses kept = Likenesses.of(Likenesses.kept(photos.likenesses()));
        assertEquals(photos, new Photos(photos.received(), kept), "as a snapshot makes them anew");
    }
}
