package org.clarion.gateway.edge;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** One rate, counted apart for each key. An unseen key is forgotten once its bucket would be full again. */
public final class Limit {

    private final LoadingCache<String, Bucket> buckets;

    public Limit(Rate rate, int remembered) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(rate.period())
                .build(key -> rate.bucket());
    }

    /** Zero when this one passes, else how long to wait. */
    public Duration take(String key) {
        var probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }
}
