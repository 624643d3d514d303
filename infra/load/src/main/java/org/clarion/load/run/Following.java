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
import org.clarion.load.platform.Visitor;
import org.clarion.load.platform.Visitor.ComeBack;

/** People of a crowd read their mail, open the link of one kind in it, and do what its page asks of them. */
public final class Following implements AutoCloseable {

    /** What they do there; again where the platform was not able to answer. */
    public interface Deed {
        /** @param recipient whose mail it was */
        void at(Visitor visitor, String recipient, URI link) throws ComeBack;
    }

    private record Written(String recipient, URI link) {}

    private final String addresses;
    private final Pattern link;
    private final Deed deed;
    private final Visitors visitors;
    private final Failure failure;
    private final BlockingQueue<Written> links = new LinkedBlockingQueue<>();
    private final Set<String> written = ConcurrentHashMap.newKeySet();
    private final LongAdder done = new LongAdder();
    private final LongAdder mailedTwice = new LongAdder();
    private final List<Thread> readers = new ArrayList<>();
    private final MailFolder mails;

    /**
     * @param addresses how the addresses of this run's crowd end
     * @param link the kind of link, whatever else a mail links to; mails without one are left alone
     * @param people how many read their mail at the same time
     */
    public Following(
            Path mail, String addresses, Pattern link, Deed deed, Visitors visitors, int people, Failure failure) {
        this.addresses = addresses;
        this.link = link;
        this.deed = deed;
        this.visitors = visitors;
        this.failure = failure;
        for (int i = 0; i < people; i++) {
            readers.add(Thread.ofPlatform().name("following-" + i).daemon().start(this::followAll));
        }
        mails = MailFolder.follow(mail, arrived -> failure.unlessIn(() -> take(arrived)));
    }

    private void take(Mail mail) {
        if (mail.recipient().endsWith(addresses)) {
            mail.find(link).map(URI::create).ifPresent(found -> {
                if (written.add(mail.recipient())) {
                    links.add(new Written(mail.recipient(), found));
                } else {
                    mailedTwice.increment();
                }
            });
        }
    }

    private void followAll() {
        try {
            while (true) {
                var next = links.take();
                failure.unlessIn(() -> {
                    visitors.send(visitor -> deed.at(visitor, next.recipient(), next.link()));
                    done.increment();
                });
            }
        } catch (InterruptedException finished) {
            Thread.currentThread().interrupt();
        }
    }

    /** People who have done it. */
    public long done() {
        return done.sum();
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
