package org.clarion.gateway.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clarion.servicedefaults.tokens.Role;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class Accounts {

    private final MongoOperations mongo;

    Accounts(MongoOperations mongo) {
        this.mongo = mongo;
    }

    Optional<Account> find(String canonicalEmail) {
        return Optional.ofNullable(mongo.findById(canonicalEmail, Account.class));
    }

    Optional<Account> find(UUID member) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where("member").is(member)), Account.class));
    }

    List<Account> all() {
        return mongo.find(new Query().with(Sort.by("email")), Account.class);
    }

    boolean anyoneElseGoverns(Account one) {
        return mongo.exists(
                Query.query(Criteria.where("_id")
                        .ne(one.email())
                        .and("active")
                        .is(true)
                        .and("roles")
                        .is(Role.ADMIN)),
                Account.class);
    }

    /** @throws org.springframework.dao.DuplicateKeyException where that address has an account already */
    Account add(Account account) {
        return mongo.insert(account);
    }

    /** @throws org.springframework.dao.OptimisticLockingFailureException where somebody was quicker */
    Account save(Account account) {
        return mongo.save(account);
    }
}
