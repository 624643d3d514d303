package org.clarion.servicedefaults.problems;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.HashSet;
import java.util.Set;

/** Tells "something that we need is away" from "we made a mistake". */
final class StoreOutage {

    /** By name, because a service without a store has none of these classes. */
    private static final Set<String> AWAY = Set.of(
            "com.mongodb.MongoTimeoutException",
            "com.mongodb.MongoSocketException",
            "com.mongodb.MongoNotPrimaryException",
            "com.mongodb.MongoNodeIsRecoveringException",
            "com.mongodb.MongoServerUnavailableException",
            "com.mongodb.MongoConnectionPoolClearedException",
            "com.mongodb.MongoInterruptedException",
            "com.mongodb.MongoWriteConcernException",
            "org.springframework.dao.DataAccessResourceFailureException",
            "org.springframework.dao.TransientDataAccessResourceException",
            "org.springframework.dao.QueryTimeoutException");

    private StoreOutage() {}

    static boolean caused(Throwable failure) {
        var seen = new HashSet<Throwable>();
        for (var each = failure; each != null && seen.add(each); each = each.getCause()) {
            if (each instanceof ConnectException
                    || each instanceof SocketTimeoutException
                    || each instanceof UnknownHostException
                    || each instanceof HttpTimeoutException
                    || isAway(each.getClass())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (AWAY.contains(each.getName())) {
                return true;
            }
        }
        return false;
    }
}
