package io.guatu.courier;

import io.guatu.domain.PersonId;
import io.guatu.domain.ProjectId;
import io.guatu.ledger.Json;
import io.guatu.ledger.Receivers;
import io.guatu.tidings.Channel;
import io.guatu.tidings.Hours;
import io.guatu.tidings.Receiver;
import io.guatu.tidings.What;
import java.time.LocalTime;
import java.util.List;

/**
 * What a receiver wants to hear, and when: as it is kept, without anything secret.
 *
 * @param shown as much of its address as everybody may see who looks after it: a host, a mailbox without its middle
 * @param signs whether there is a secret that messages are signed with
 */
public record Wish(
        String name,
        Channel channel,
        List<What> what,
        List<ProjectId> projects,
        LocalTime digest,
        LocalTime quietFrom,
        LocalTime quietTo,
        boolean workdays,
        boolean english,
        String shown,
        boolean signs) {
    public Wish {
        what = List.copyOf(what);
        projects = projects == null ? null : List.copyOf(projects);
    }

    static Wish of(Receivers.Kept kept) {
        return Json.read(kept.settings(), Wish.class);
    }

    public Hours hours() {
        return new Hours(digest, quietFrom, quietTo, workdays);
    }

    /** What is left of it when it was removed: by what name what it was told is listed. */
    Wish removed() {
        return new Wish(name, channel, List.of(), null, null, null, null, false, english, null, false);
    }

    static Receiver receiver(Receivers.Kept kept) {
        Wish wish = of(kept);
        return new Receiver(
                kept.id(),
                kept.person() == null ? null : new PersonId(kept.person()),
                wish.name(),
                wish.channel(),
                wish.what(),
                wish.projects(),
                wish.hours(),
                wish.english(),
                kept.made());
    }
}
