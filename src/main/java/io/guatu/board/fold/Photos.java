package io.guatu.board.fold;

import io.guatu.domain.Author;
import io.guatu.domain.Entry;
import io.guatu.domain.Photo;
import io.guatu.domain.PhotoId;
import io.guatu.domain.ProjectUpdate.PhotoReceived;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The photos of a project, and how often each was sent and named: there are thousands, and few are looked at.
 *
 * @param received oldest first
 * @param likenesses of all of them: each that arrives anywhere is compared with them
 */
public record Photos(Lazy<Map<PhotoId, Received>> received, Likenesses likenesses) {
    static final Photos NONE = new Photos(Lazy.of(Ordered.none()), Likenesses.NONE);

    /**
     * A photo as it was first received.
     *
     * @param senders the sides of all who sent these very bytes
     * @param sent how often they were sent
     * @param named how many updates show it: more than one is a photo used again
     */
    public record Received(Photo photo, Author by, Instant at, Set<String> senders, int sent, int named) {
        public Received {
            senders = Set.copyOf(senders);
        }

        public boolean isFrom(Author author) {
            return senders.contains(author.side());
        }

        /** As this sender may see it: nothing of who else sent it, and of earlier ones only {@code own}. */
        private Received forSite(Author sender, Set<PhotoId> own) {
            return new Received(photo.seenAmong(own), sender, at, Set.of(sender.side()), 1, named);
        }

        /** The same bytes again: they were seen before, and the board says so. */
        private Received again(Author author) {
            Set<String> all = new HashSet<>(senders);
            all.add(author.side());
            Photo known = photo.seen() == null ? photo.seen(photo.id()) : photo;
            return new Received(known, by, at, all, sent + 1, named);
        }

        private Received namedOnce() {
            return new Received(photo, by, at, senders, sent, named + 1);
        }
    }

    /** All of them, oldest first. */
    public Map<PhotoId, Received> all() {
        return received.get();
    }

    /** What this author sent, as it may see it, oldest first. */
    public List<Received> ownOf(Author author) {
        Set<PhotoId> own = from(author);
        return all().values().stream()
                .filter(received -> received.isFrom(author))
                .map(received -> received.forSite(author, own))
                .toList();
    }

    /** The oldest that looks nearly the same. */
    public Optional<PhotoId> like(Photo photo) {
        return likenesses.knows(photo)
                ? all().values().stream()
                        .map(Received::photo)
                        .filter(known -> Photo.alike(known.bits(), photo.bits()))
                        .map(Photo::id)
                        .findFirst()
                : Optional.empty();
    }

    /** What this author sent, by id. */
    public Set<PhotoId> from(Author author) {
        return all().values().stream()
                .filter(received -> received.isFrom(author))
                .map(received -> received.photo().id())
                .collect(Collectors.toSet());
    }

    Photos after(Entry entry) {
        if (entry.update() instanceof PhotoReceived arrived) {
            Photo photo = arrived.photo();
            Author by = entry.by();
            Instant at = entry.at();
            return new Photos(
                    received.then(all -> {
                        Received known = all.get(photo.id());
                        Received now =
                                known == null ? new Received(photo, by, at, Set.of(by.side()), 1, 0) : known.again(by);
                        return Ordered.copyOf(all).with(photo.id(), now);
                    }),
                    likenesses.with(photo));
        }
        List<PhotoId> named = entry.update().photos();
        return named == null ? this : new Photos(received.then(all -> named(all, named)), likenesses);
    }

    private static Map<PhotoId, Received> named(Map<PhotoId, Received> all, List<PhotoId> named) {
        Ordered<PhotoId, Received> changed = Ordered.copyOf(all);
        for (PhotoId id : named) {
            Received known = changed.get(id);
            changed = known == null ? changed : changed.with(id, known.namedOnce());
        }
        return changed;
    }
}
