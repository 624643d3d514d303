package org.clarion.load;

import org.HdrHistogram.Histogram;

/** How long something took. */
record Latency(double p50Millis, double p95Millis, double p99Millis, double maxMillis) {

    static Latency of(Histogram micros) {
        return new Latency(
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(95) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3);
    }

    @Override
    public String toString() {
        return "%,.0f ms (50%%), %,.0f ms (95%%), %,.0f ms (99%%), %,.0f ms at most"
                .formatted(p50Millis, p95Millis, p99Millis, maxMillis);
    }
}
