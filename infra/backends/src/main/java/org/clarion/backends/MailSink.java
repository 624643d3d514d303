package org.clarion.backends;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An SMTP server on loopback that takes every mail and delivers none. */
public final class MailSink implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MailSink.class);

    private final MailShelf shelf;
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final SmtpServer server;

    /** @param args port, port of the page that shows the mails, folder of the mails */
    public static void main(String... args) throws IOException {
        try {
            var sink = start(Integer.parseInt(args[0]), Path.of(args[2]));
            var page = MailPage.start(sink.shelf, Integer.parseInt(args[1]));
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                page.close();
                                sink.close();
                            },
                            "stop-mail"));
            log.info("Mail is taken on port {} and shown on http://localhost:{}", sink.port(), page.port());
        } catch (BackendUnavailable e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static {
        // Named, because Jakarta Mail would look for it in every jar whenever it parses a mail.
        System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
    }

    private MailSink(int port, MailShelf shelf) {
        this.shelf = shelf;
        this.server = new SmtpServer(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), new Managers() {
            private final SmtpManager catching = new Catching(this);

            @Override
            public SmtpManager getSmtpManager() {
                return catching;
            }
        });
    }

    /** A sink that keeps its mails in memory, the latest few thousand of them. */
    public static MailSink start(int port) {
        return start(port, MailShelf.inMemory());
    }

    /** A sink that keeps every mail as a file, {@code NNNNNNNN-<recipient>.eml} in the order of arrival. */
    public static MailSink start(int port, Path folder) {
        return start(port, MailShelf.in(folder));
    }

    private static MailSink start(int port, MailShelf shelf) {
        var chosen = Ports.orFree(port);
        Ports.claim("The mail sink", chosen);
        var sink = new MailSink(chosen, shelf);
        sink.server.startService();
        try {
            if (!sink.server.waitTillRunning(Duration.ofSeconds(20).toMillis())) {
                throw new BackendUnavailable("The mail sink did not start on port " + chosen);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendUnavailable("Interrupted while the mail sink was starting", e);
        }
        return sink;
    }

    public int port() {
        return server.getPort();
    }

    /** The mails still at hand, oldest first. */
    public List<ReceivedMail> received() {
        return shelf.after(0, Integer.MAX_VALUE);
    }

    /** Forgets what has arrived so far and every refusal; files stay. */
    public void clear() {
        shelf.clear();
        refusals.clear();
    }

    /**
     * Answers every attempt to write to an address with a refusal, until {@link #clear()}.
     *
     * @param reply an SMTP reply such as {@code 550 5.1.1 No such user}
     */
    public void refuse(String recipient, String reply) {
        refusals.put(recipient, reply);
    }

    @Override
    public void close() {
        server.stopService(Duration.ofSeconds(5).toMillis());
    }

    private final class Catching extends SmtpManager {

        Catching(Managers managers) {
            super(managers.getImapHostManager(), managers.getUserManager());
        }

        @Override
        public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
            return refusals.get(recipient.getEmail());
        }

        /** Here, because an answer other than 250 can still be given. */
        @Override
        public @Nullable String checkData(SmtpState state) {
            try {
                keep(state.getMessage());
                return null;
            } catch (IOException | MessagingException | UncheckedIOException e) {
                log.error("A mail could not be kept", e);
                return "451 4.3.0 The mail could not be kept";
            }
        }

        @Override
        public void send(SmtpState state) {
            // Kept already; GreenMail's own mailboxes would hold every mail for ever.
        }

        private void keep(MovingMessage mail) throws IOException, MessagingException {
            var raw = new ByteArrayOutputStream(8192);
            mail.getMessage().writeTo(raw);
            var recipients = mail.getToAddresses().stream()
                    .map(MailAddress::getEmail)
                    .sorted()
                    .toList();
            shelf.keep(Instant.now(), mail.getReturnPath().getEmail(), recipients, raw.toByteArray());
        }
    }
}
