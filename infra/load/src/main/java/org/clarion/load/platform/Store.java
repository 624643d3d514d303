package org.clarion.load.platform;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.UuidRepresentation;

/** The store that all services of a local platform share, a database for each. */
final class Store {

    private Store() {}

    static MongoClient open(Address address) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(address.mongodb()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }
}
