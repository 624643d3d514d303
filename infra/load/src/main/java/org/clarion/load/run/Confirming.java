package org.clarion.load.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.clarion.load.platform.MailFolder;
import org.clarion.load.platform.MailFolder.Mail;

/** People of a crowd read their mail, open the link and press its button. */
public final class Confirming implements AutoCloseable {

    /** The link of a confirmation mail, whatever else the mail links to. */
    private static final Pattern LINK =
            Pattern.compile("https?://[^\\s<>\"]+/petitions/[^/\\s<>\"]+/confirm/[\\w.-]*\\w");

    private final String addresses;
    private final Visitors visitors;
    private final Failure failure;
    private final BlockingQueue<URI> links = new LinkedBlockingQueue<>();
    private final Set<String> written = ConcurrentHashMap.newKeySet();
    private final LongAdder confirmed = new LongAdder();
    private final LongAdder mailedTwice = new LongAdder();
    private final List<Thread> readers = new ArrayList<>();
    private final MailFolder mails;

    /**
     * @param addresses how the addresses of this run's crowd end
     * @param people how many read their mail at the same time
     */
    public Confirming(Path mail, String addresses, Visitors visitors, int people, Failure failure) {
        this.addresses = addresses;
        this.visitors = visitors;
        this.failure = failure;
        for (int i = 0; i < people; i++) {
            readers.add(Thread.ofPlatform().name("confirming-" + i).daemon().start(this::confirmAll));
        }
        mails = MailFolder.follow(mail, arrived -> failure.unlessIn(() -> take(arrived)));
    }

    private void take(Mail mail) {
        if (mail.recipient().endsWith(addresses)) {
            mail.find(LINK).map(URI::create).ifPresent(link -> {
                if (written.add(mail.recipient())) {
                    links.add(link);
                } else {
                    mailedTwice.increment();
                }
            });
        }
    }

    private void confirmAll() {
        try {
            while (true) {
                var link = links.take();
                failure.unlessIn(() -> {
                    visitors.send(visitor -> visitor.follow(link));
                    confirmed.increment();
                });
            }
        } catch (InterruptedException finished) {
            Thread.currentThread().interrupt();
        }
    }

    public long confirmed() {
        return confirmed.sum();
    }

    /** People who got more than the one mail that they should. */
    public long mailedTwice() {
        return mailedTwice.sum();
    }

    @Override
    public void close() {
        mails.close();
        readers.forEach(Thread::interrupt);
    }
}
