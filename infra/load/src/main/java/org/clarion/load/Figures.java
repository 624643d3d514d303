package org.clarion.load;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.clarion.load.platform.Processes.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What a rush found out.
 *
 * @param acceptedPerSecond signatures taken, over the time in which people came
 * @param settledPerSecond signatures confirmed and on the dashboard, over the time until the last one was
 * @param cpuMillisPerSettled processor time of all processes of the platform for one settled signature
 */
record Figures(
        Load load,
        Progress progress,
        double acceptedPerSecond,
        double settledPerSecond,
        Latency signing,
        double cpuMillisPerSettled,
        long residentMegabytes,
        SortedMap<String, Part> parts) {

    /** @param alreadyCounted signatures on the petition before the first arrival */
    record Load(@Nullable Integer clients, @Nullable Double arrivalsPerSecond, int seconds, long alreadyCounted) {}

    record Progress(
            long accepted,
            double acceptedAfterSeconds,
            long settled,
            double settledAfterSeconds,
            long triesRepeated,
            long mailedTwice) {}

    /** One process of the platform. */
    record Part(double cpuMillisPerSettled, long residentMegabytes) {}

    static Figures of(
            Load load, Progress progress, Histogram micros, Map<String, Usage> before, Map<String, Usage> after) {
        var parts = new TreeMap<String, Part>();
        double cpu = 0;
        long bytes = 0;
        for (var part : after.entrySet()) {
            var earlier = before.get(part.getKey());
            long used = part.getValue().cpuMillis() - (earlier == null ? 0 : earlier.cpuMillis());
            cpu += used;
            bytes += part.getValue().residentBytes();
            parts.put(
                    part.getKey(),
                    new Part(each(used, progress), part.getValue().residentBytes() >> 20));
        }
        return new Figures(
                load,
                progress,
                progress.accepted() / progress.acceptedAfterSeconds(),
                progress.settled() / progress.settledAfterSeconds(),
                Latency.of(micros),
                each(cpu, progress),
                bytes >> 20,
                parts);
    }

    private static double each(double millis, Progress progress) {
        return progress.settled() == 0 ? 0 : millis / progress.settled();
    }

    /** Signatures that were accepted and never settled. */
    long lost() {
        return progress.accepted() - progress.settled();
    }

    String table() {
        var table = new Table()
                .row(
                        "Load",
                        "%s",
                        load.clients() == null
                                ? "%,.0f arrivals a second for %d s".formatted(load.arrivalsPerSecond(), load.seconds())
                                : "%d clients for %d s".formatted(load.clients(), load.seconds()))
                .row("Signatures before", "%,d", load.alreadyCounted())
                .row(
                        "Accepted",
                        "%,d in %.1f s: %,.0f/s",
                        progress.accepted(),
                        progress.acceptedAfterSeconds(),
                        acceptedPerSecond)
                .row(
                        "Settled",
                        "%,d in %.1f s: %,.0f/s",
                        progress.settled(),
                        progress.settledAfterSeconds(),
                        settledPerSecond)
                .row("Signing took", "%s", signing)
                .row("Tries repeated", "%,d", progress.triesRepeated())
                .row("Mails twice", "%,d", progress.mailedTwice())
                .row("CPU per settled", "%.2f ms", cpuMillisPerSettled)
                .row("Memory", "%,d MB", residentMegabytes);
        parts.forEach((name, part) ->
                table.row("  " + name, "%.2f ms, %,d MB", part.cpuMillisPerSettled(), part.residentMegabytes()));
        return table.toString();
    }
}
