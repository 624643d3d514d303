package org.clarion.notifications.allowance;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.clarion.supporters.EmailAddress;
import org.clarion.supporters.Pseudonyms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many mails one address may get in a day, whoever asks for them. One document per address (by pseudonym) and London
 * day names the mails that were let through: a mail that is tried again that day takes no second place.
 */
@Component
public class DailyAllowance {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String COLLECTION = "allowances";
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final Logger log = LoggerFactory.getLogger(DailyAllowance.class);

    /** A mail that wants to reach an address. */
    public record Wish(UUID mail, EmailAddress address) {}

    private final MongoOperations mongo;
    private final Pseudonyms pseudonyms;
    private final AllowanceSettings settings;
    private final Clock clock;

    DailyAllowance(MongoOperations mongo, Pseudonyms pseudonyms, AllowanceSettings settings, Clock clock) {
        this.mongo = mongo;
        this.pseudonyms = pseudonyms;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return the mails that may go today; decided and noted in one atomic step for each address */
    public Set<UUID> take(Collection<Wish> wishes, Instant now) {
        if (wishes.isEmpty()) {
            return Set.of();
        }
        var day = now.atZone(LONDON).toLocalDate();
        var updates = new ArrayList<UpdateOneModel<Document>>(wishes.size());
        var ids = new HashSet<String>();
        for (var wish : wishes) {
            var id = id(wish.address(), day);
            ids.add(id);
            updates.add(new UpdateOneModel<>(Filters.eq("_id", id), List.of(letThrough(wish.mail(), day)), UPSERT));
        }
        var wanted = wishes.stream().map(Wish::mail).toList();
        return mongo.execute(COLLECTION, allowances -> {
            allowances.bulkWrite(updates, UNORDERED);
            var may = new HashSet<UUID>();
            for (var allowance : allowances.find(Filters.in("_id", ids))) {
                may.addAll(allowance.getList("mails", UUID.class, List.of()));
            }
            may.retainAll(wanted);
            return may;
        });
    }

    /** When the next London day begins. */
    public Instant tomorrow(Instant now) {
        return now.atZone(LONDON).toLocalDate().plusDays(1).atStartOfDay(LONDON).toInstant();
    }

    private Document letThrough(UUID mail, LocalDate day) {
        var mails = new Document("$ifNull", List.of("$mails", List.of()));
        var isFull = new Document("$gte", List.of(new Document("$size", mails), settings.mailsADay()));
        var isThere = new Document("$in", List.of(mail, mails));
        var next = new Document(
                "$cond",
                List.of(
                        new Document("$or", List.of(isThere, isFull)),
                        mails,
                        new Document("$concatArrays", List.of(mails, List.of(mail)))));
        return new Document("$set", new Document("mails", next).append("day", day.toString()));
    }

    private String id(EmailAddress address, LocalDate day) {
        return day + " " + pseudonyms.of(address).value();
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT6H")
    void forgetPastDays() {
        var yesterday = clock.instant().atZone(LONDON).toLocalDate().minusDays(1);
        try {
            // ids begin with the day, so this needs no index of its own
            var gone = mongo.remove(Query.query(where("_id").lt(yesterday.toString())), COLLECTION);
            if (gone.getDeletedCount() > 0) {
                log.info("Deleted {} daily allowances of days before {}", gone.getDeletedCount(), yesterday);
            }
        } catch (DataAccessException e) {
            log.warn(
                    "Past allowances could not be deleted this time: {}",
                    e.getClass().getSimpleName());
        }
    }
}
