package org.clarion.gateway.signin;

import jakarta.mail.MessagingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.clarion.gateway.account.Account;
import org.clarion.gateway.account.StaffSettings;
import org.clarion.pageshell.Organisation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Writes to staff. It goes out by itself and not through notifications, because staff must be able to come in
 * and look when the rest is down. A link that could not be sent within its life is useless, so no mail is kept longer.
 */
@Component
class StaffMail {

    private static final Logger log = LoggerFactory.getLogger(StaffMail.class);

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(3));

    private final JavaMailSender sender;
    private final MessageSource words;
    private final Organisation organisation;
    private final StaffSettings settings;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private final String from;

    StaffMail(
            JavaMailSender sender,
            MessageSource words,
            Organisation organisation,
            StaffSettings settings,
            TaskScheduler scheduler,
            Clock clock,
            @Value("${clarion.mail.from}") String from) {
        this.sender = sender;
        this.words = words;
        this.organisation = organisation;
        this.settings = settings;
        this.scheduler = scheduler;
        this.clock = clock;
        this.from = from;
    }

    /**
     * Returns at once: how long it takes must not tell whether there was anything to do.
     *
     * @param words key of subject and text
     * @param link made when the mail goes out, so that its life starts then
     */
    void send(Account to, String words, Supplier<URI> link) {
        attempt(to, words, link, 0);
    }

    private void attempt(Account to, String words, Supplier<URI> link, int number) {
        var wait = number == 0 ? Duration.ZERO : PAUSES.get(number - 1);
        scheduler.schedule(
                () -> {
                    try {
                        send(to, words, link.get());
                    } catch (MailException | MessagingException | DataAccessException e) {
                        var reason = e.getClass().getSimpleName();
                        if (number == PAUSES.size()) {
                            log.error("No {} for account {}: {}", words, to.member(), reason);
                        } else {
                            log.warn("{} for account {} has to wait: {}", words, to.member(), reason);
                            attempt(to, words, link, number + 1);
                        }
                    }
                },
                clock.instant().plus(wait));
    }

    private void send(Account to, String words, URI link) throws MessagingException {
        var message = sender.createMimeMessage();
        var mail = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        mail.setFrom(from);
        mail.setTo(to.email());
        mail.setSubject(say(words + ".subject", organisation.name()));
        mail.setText(say(
                words + ".text",
                to.name(),
                organisation.name(),
                link,
                settings.linkLife().toMinutes()));
        message.setHeader("Auto-Submitted", "auto-generated");
        sender.send(message);
    }

    private String say(String key, Object... values) {
        return words.getMessage(key, values, Locale.ENGLISH);
    }
}
