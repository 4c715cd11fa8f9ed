package io.guatu.courier;

import io.guatu.tidings.Letter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** Sends mail: plain text, one recipient, through the operator's server. */
final class Mailer {
    private static final int SECONDS = 15;
    /** A mail for each is one a minute at most: who wants to hear at once hears often enough. */
    static final int SECONDS_BETWEEN = 60;

    static final int TOGETHER = 100;

    private final MailClient client;
    private final Mailbox mailbox;

    Mailer(Vertx vertx, Mailbox mailbox) {
        this.mailbox = mailbox;
        MailConfig config = new MailConfig(mailbox.host(), mailbox.port());
        config.setSsl(mailbox.tls());
        config.setStarttls(mailbox.tls() || mailbox.plain() ? StartTLSOptions.DISABLED : StartTLSOptions.REQUIRED);
        config.setKeepAlive(false);
        config.setConnectTimeout(5_000);
        config.setHostnameVerificationAlgorithm("HTTPS");
        if (mailbox.user() == null) {
            config.setLogin(LoginOption.DISABLED);
        } else {
            config.setLogin(LoginOption.REQUIRED).setUsername(mailbox.user()).setPassword(mailbox.password());
        }
        this.client = MailClient.create(vertx, config);
    }

    /** What came of it; never fails. @param why where what is sent is chosen, or null */
    Future<Outcome> send(String address, Form.Message message, String why) {
        MailMessage mail =
                new MailMessage(mailbox.from(), address, message.letter().title(), text(message, why));
        mail.addHeader("Auto-Submitted", "auto-generated");
        return client.sendMail(mail)
                .map(sent -> Outcome.sent())
                .timeout(SECONDS, TimeUnit.SECONDS)
                .otherwise(Mailer::read);
    }

    private static String text(Form.Message message, String why) {
        StringBuilder text = new StringBuilder();
        for (Letter.Line line : message.letter().lines()) {
            text.append(line.text()).append('\n');
            if (line.link() != null) {
                text.append(line.link()).append('\n');
            }
            text.append('\n');
        }
        return why == null
                ? text.toString()
                : text.append("-- \n").append(why).append('\n').toString();
    }

    /** What a mail server refuses in words was not taken; what broke off in the middle perhaps was. */
    private static Outcome read(Throwable fault) {
        if (fault instanceof SMTPException refused) {
            String code = "mail " + refused.getReplyCode();
            return refused.isTransient() ? Outcome.later(code, null) : Outcome.failed(code);
        }
        if (fault instanceof SSLException) {
            return Outcome.later("tls", null);
        }
        String said = String.valueOf(fault.getMessage());
        if (said.contains("STARTTLS") || said.contains("login is required")) {
            return Outcome.later("mail-set-up-otherwise", null); // before anything was said
        }
        return fault instanceof ConnectException || fault instanceof UnknownHostException
                ? Outcome.later("not-reached", null)
                : Outcome.unknown("no-answer");
    }

    Future<Void> close() {
        return client.close();
    }
}
