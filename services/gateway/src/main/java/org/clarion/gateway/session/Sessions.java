package org.clarion.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.clarion.gateway.account.Account;
import org.clarion.gateway.account.AccountDesk;
import org.clarion.gateway.account.StaffSettings;
import org.clarion.gateway.lapse.Lapsing;
import org.clarion.servicedefaults.tokens.Staff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Who is signed in. Account and roles are read anew each time, so that a change holds at the next click. */
@Component
public class Sessions implements Lapsing {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    /** Being seen is written down once a minute and not at each request. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final MongoOperations mongo;
    private final AccountDesk accounts;
    private final StaffSettings settings;
    private final Clock clock;

    Sessions(MongoOperations mongo, AccountDesk accounts, StaffSettings settings, Clock clock) {
        this.mongo = mongo;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    Secret start(Account account) {
        var secret = Secret.fresh();
        var now = clock.instant();
        mongo.insert(new Session(secret.hash(), account.email(), now, now));
        log.info("Account {} signed in", account.member());
        return secret;
    }

    /**
     * @param byPerson whether somebody is behind the request; a page that keeps itself up to date keeps nobody signed in
     */
    Optional<Staff> find(Secret secret, boolean byPerson) {
        var session = mongo.findById(secret.hash(), Session.class);
        var now = clock.instant();
        if (session == null || !session.lives(now, settings.idle(), settings.longest())) {
            return Optional.empty();
        }
        if (byPerson && session.seenAt().plus(SEEN_EVERY).isBefore(now)) {
            mongo.updateFirst(
                    Query.query(Criteria.where("_id").is(session.id())), Update.update("seenAt", now), Session.class);
        }
        return accounts.active(session.email()).map(Account::asStaff);
    }

    void end(Secret secret) {
        mongo.remove(Query.query(Criteria.where("_id").is(secret.hash())), Session.class);
    }

    @Override
    public String what() {
        return "ended sessions";
    }

    @Override
    public long removeLapsed(Instant now) {
        return mongo.remove(
                        Query.query(new Criteria()
                                .orOperator(
                                        Criteria.where("seenAt").lte(now.minus(settings.idle())),
                                        Criteria.where("startedAt").lte(now.minus(settings.longest())))),
                        Session.class)
                .getDeletedCount();
    }
}
