package org.clarion.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.clarion.load.platform.RegistrationRecord;

/**
 * How fast it was decided what people have: a place, or one in the queue.
 *
 * @param seconds from the first arrival to the last of these decisions
 * @param untilDecided from when somebody came, as far as it was seen from outside
 * @param untilTold from when somebody came until the mail with their link was there
 * @param toldInTime in how many cases that took 30 s at most
 */
record SeatSpeed(
        int decided, double seconds, double perSecond, Latency untilDecided, Latency untilTold, int toldInTime) {

    private static final Duration IN_TIME = Duration.ofSeconds(30);
    private static final int DIGITS = 3;

    /**
     * All times as {@link System#nanoTime()}.
     *
     * @param came when they came, by mail address
     * @param seen when their claims were first seen
     * @param told when their first mails were there, by mail address
     */
    static SeatSpeed of(
            List<RegistrationRecord> registrations,
            Map<String, Long> came,
            Map<UUID, Long> seen,
            Map<String, Long> told) {
        var decided = registrations.stream()
                .filter(each -> seen.containsKey(each.id()) && came.containsKey(each.email()))
                .toList();
        long first = came.values().stream().mapToLong(Long::longValue).min().orElse(0);
        long last =
                decided.stream().mapToLong(each -> seen.get(each.id())).max().orElse(first);
        double seconds = (last - first) / 1e9;
        var untilTold = came.keySet().stream()
                .filter(told::containsKey)
                .mapToLong(email -> told.get(email) - came.get(email))
                .toArray();
        return new SeatSpeed(
                decided.size(),
                seconds,
                seconds == 0 ? 0 : decided.size() / seconds,
                latency(decided.stream().mapToLong(each -> seen.get(each.id()) - came.get(each.email()))),
                latency(LongStream.of(untilTold)),
                (int) LongStream.of(untilTold)
                        .filter(nanos -> nanos <= IN_TIME.toNanos())
                        .count());
    }

    private static Latency latency(LongStream nanos) {
        var micros = new Histogram(DIGITS);
        nanos.forEach(each -> micros.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(each))));
        return Latency.of(micros);
    }
}
