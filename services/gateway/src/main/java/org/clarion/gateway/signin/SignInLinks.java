package org.clarion.gateway.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.clarion.gateway.account.Account;
import org.clarion.gateway.account.StaffSettings;
import org.clarion.gateway.lapse.Lapsing;
import org.clarion.gateway.session.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Links that sign in once. Using one takes it out of the store, so two clicks at once let only one in. */
@Repository
class SignInLinks implements Lapsing {

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

    @Override
    public String what() {
        return "lapsed sign-in links";
    }

    @Override
    public long removeLapsed(Instant now) {
        return mongo.remove(Query.query(Criteria.where("until").lte(now)), SignInLink.class)
                .getDeletedCount();
    }
}
