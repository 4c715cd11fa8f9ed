package io.guatu.http.route;

import io.guatu.board.Board;
import io.guatu.courier.Destinations;
import io.guatu.courier.Directory.Listed;
import io.guatu.courier.Reached;
import io.guatu.courier.Wish;
import io.guatu.domain.ProjectId;
import io.guatu.http.problem.Problem;
import io.guatu.ledger.Json;
import io.guatu.ledger.Outbox;
import io.guatu.tidings.Channel;
import io.guatu.tidings.Tiding;
import io.guatu.tidings.What;
import io.guatu.tidings.Wording;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;

/** What somebody asks to hear, judged; and what is shown of it, which is never an address or a secret. */
final class Wishes {
    private static final Pattern MAILBOX =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

    private final Destinations destinations;
    private final boolean mail;

    /** @param mail whether a mail server is set up */
    Wishes(Destinations destinations, boolean mail) {
        this.destinations = destinations;
        this.mail = mail;
    }

    /** As a request tells it; of one's own mail, without name, channel, secret and projects. */
    record Asked(
            String name,
            Channel channel,
            String address,
            String secret,
            List<What> what,
            List<ProjectId> projects,
            LocalTime digest,
            LocalTime quietFrom,
            LocalTime quietTo,
            boolean workdays,
            boolean english) {
        Asked mailOf(String person) {
            return new Asked(
                    person, Channel.MAIL, address, null, what, null, digest, quietFrom, quietTo, workdays, english);
        }
    }

    /** @param known as it was, or null */
    Wish wish(Asked asked, Listed known, Board board) {
        if (asked.channel() == Channel.MAIL && !mail) {
            throw Problem.of(409, "mail-not-set-up");
        }
        if (asked.projects() != null && !board.cards().keySet().containsAll(asked.projects())) {
            throw refused("unknown-projects", "/projects");
        }
        Wish before = known == null || known.wish().channel() != asked.channel() ? null : known.wish();
        return new Wish(
                asked.name(),
                asked.channel(),
                asked.what(),
                asked.projects(),
                asked.digest(),
                asked.quietFrom(),
                asked.quietTo(),
                asked.workdays(),
                asked.english(),
                asked.address() == null ? before == null ? null : before.shown() : shown(asked),
                asked.secret() != null || asked.address() == null && before != null && before.signs());
    }

    /**
     * What it is reached by from now on; null: as before.
     *
     * @param before what it was reached by, if that is known and its channel is the same, or null
     */
    Reached reached(Asked asked, Reached before) {
        if (asked.address() == null && before == null) {
            throw refused("address-missing", "/address");
        }
        if (asked.address() == null && asked.secret() == null) {
            return null;
        }
        String address =
                asked.address() == null ? before.address() : asked.address().strip();
        check(asked.channel(), address);
        if (asked.channel() == Channel.WEBHOOK && asked.secret() == null) {
            throw refused("secret-missing", "/secret");
        }
        return new Reached(
                address, asked.secret() == null ? null : asked.secret().strip());
    }

    private void check(Channel channel, String address) {
        if (channel == Channel.MAIL) {
            if (!MAILBOX.matcher(address).matches()) {
                throw refused("mail-malformed", "/address");
            }
            return;
        }
        destinations.fault(channel, address).ifPresent(code -> {
            throw refused(code, "/address");
        });
    }

    private static Problem refused(String code, String place) {
        return Problem.of(422, code).at(place);
    }

    /** A host, or a mailbox without its middle: enough to know which one it is. */
    private static String shown(Asked asked) {
        String address = asked.address().strip();
        if (asked.channel() == Channel.MAIL) {
            int at = address.indexOf('@');
            return at < 1 ? null : address.charAt(0) + "***" + address.substring(at);
        }
        try {
            return URI.create(address).getHost();
        } catch (IllegalArgumentException e) {
            return null; // refused in a moment
        }
    }

    record Shown(
            String id,
            String name,
            Channel channel,
            String shown,
            boolean signs,
            List<What> what,
            List<ProjectId> projects,
            String digest,
            String quietFrom,
            String quietTo,
            boolean workdays,
            boolean english,
            Instant changed,
            String changedBy) {
        static Shown of(Listed listed) {
            Wish wish = listed.wish();
            return new Shown(
                    plain(listed.id()),
                    wish.name(),
                    wish.channel(),
                    wish.shown(),
                    wish.signs(),
                    wish.what(),
                    wish.projects(),
                    time(wish.digest()),
                    time(wish.quietFrom()),
                    time(wish.quietTo()),
                    wish.workdays(),
                    wish.english(),
                    listed.changed(),
                    listed.changedBy());
        }
    }

    /** To the minute, as it was told. */
    private static String time(LocalTime time) {
        return time == null ? null : time.toString();
    }

    record Message(
            long id,
            String receiver,
            String channel,
            What what,
            ProjectId project,
            String text,
            String state,
            Instant made,
            Instant due,
            int tries,
            String fault,
            Instant done) {
        static Message of(Outbox.Item item, Wording wording) {
            Tiding tiding = Json.read(item.body(), Tiding.class);
            return new Message(
                    item.id(),
                    plain(item.receiver()),
                    item.channel(),
                    tiding.what(),
                    tiding.project(),
                    item.said() == null ? wording.sentence(tiding) : item.said(),
                    item.state(),
                    item.made(),
                    item.due(),
                    item.tries(),
                    item.fault(),
                    item.done());
        }
    }

    /** A person's own mail goes by the person. */
    private static String plain(String id) {
        return id.substring(id.indexOf(':') + 1);
    }
}
