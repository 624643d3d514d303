package org.clarion.gateway.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.clarion.gateway.account.Account;
import org.clarion.gateway.account.StaffSettings;
import org.clarion.gateway.session.Secret;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Links that sign in once. Using one takes it out of the store, so two clicks at once let only one in. */
@Repository
class SignInLinks {

    private static final Logger log = LoggerFactory.getLogger(SignInLinks.class);

    /**
     * @param id hash of what the link holds
     * @param to the page that was asked for
     */
    @Document("sign-in-links")
    record SignInLink(@Id String id, String email, @Nullable String to, Instant until) {}

    private final MongoOperations mongo;
    private final StaffSettings settings;
    private final Clock clock;

    SignInLinks(MongoOperations mongo, StaffSettings settings, Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
    }

    Secret make(Account account, @Nullable String to) {
        var secret = Secret.fresh();
        mongo.insert(new SignInLink(
                secret.hash(), account.email(), to, clock.instant().plus(settings.linkLife())));
        return secret;
    }

    boolean opens(Secret secret) {
        return mongo.exists(open(secret), SignInLink.class);
    }

    Optional<SignInLink> use(Secret secret) {
        return Optional.ofNullable(mongo.findAndRemove(open(secret), SignInLink.class));
    }

    private Query open(Secret secret) {
        return Query.query(Criteria.where("_id").is(secret.hash()).and("until").gt(clock.instant()));
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "1m")
    void removeLapsed() {
        try {
            var removed = mongo.remove(Query.query(Criteria.where("until").lte(clock.instant())), SignInLink.class);
            log.info("Removed {} lapsed sign-in links", removed.getDeletedCount());
        } catch (DataAccessException e) {
            log.warn(
                    "Lapsed sign-in links stay until the store is back: {}",
                    e.getClass().getSimpleName());
        }
    }
}
