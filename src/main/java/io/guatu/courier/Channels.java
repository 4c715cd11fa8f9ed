package io.guatu.courier;

import io.guatu.tidings.Channel;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** All ways to reach somebody. */
final class Channels {
    private final Map<Channel, Form> forms = new EnumMap<>(Channel.class);
    private final Poster poster;
    private final Optional<Mailer> mailer;

    /** @param mailbox empty: no mail is sent */
    Channels(Vertx vertx, Destinations destinations, Optional<Mailbox> mailbox, Clock clock) {
        this.poster = new Poster(vertx, destinations, clock);
        this.mailer = mailbox.map(server -> new Mailer(vertx, server));
        forms.put(Channel.WECOM, new WeCom());
        forms.put(Channel.DINGTALK, new DingTalk());
        forms.put(Channel.FEISHU, new Feishu());
        forms.put(Channel.WEBHOOK, new Webhook());
    }

    int together(Channel channel) {
        return channel == Channel.MAIL ? Mailer.TOGETHER : forms.get(channel).together();
    }

    Duration between(Channel channel) {
        return channel == Channel.MAIL
                ? Duration.ofSeconds(Mailer.SECONDS_BETWEEN)
                : forms.get(channel).between();
    }

    /** What came of it; never fails. @param why where what is sent is chosen, for a person's own mail */
    Future<Outcome> send(Channel channel, Reached reached, Form.Message message, String why, Instant now) {
        if (channel != Channel.MAIL) {
            Form form = forms.get(channel);
            return poster.send(form.post(reached, message, now), form).map(outcome -> outcome.without(reached));
        }
        return mailer.isEmpty()
                ? Future.succeededFuture(Outcome.failed("mail-not-set-up"))
                : mailer.get().send(reached.address(), message, why);
    }

    Future<Void> close() {
        return poster.close().eventually(() -> mailer.map(Mailer::close).orElseGet(Future::succeededFuture));
    }
}
