package org.clarion.campaigns.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.clarion.campaigns.catalogue.Listed;
import org.jspecify.annotations.Nullable;

/**
 * How an action stands now.
 *
 * @param recorded how many began; those who confirmed are among them
 * @param hour counted in the last 60 minutes
 * @param day counted in the last 24 hours
 * @param course counted in each of the last 24 hours, the oldest first
 * @param at when the total was true; null if nothing was counted yet
 */
record Standing(
        Listed action,
        long total,
        long recorded,
        long hour,
        long day,
        List<Long> course,
        @Nullable Instant at) {

    /** The course as points of a line in a box of 100 by 24; along the bottom where nothing was counted. */
    public String spark() {
        var most = course.stream().mapToLong(Long::longValue).max().orElse(0);
        var points = new StringBuilder();
        for (int i = 0; i < course.size(); i++) {
            var x = 100.0 * i / (course.size() - 1);
            var y = most == 0 ? 23 : 23 - 22.0 * course.get(i) / most;
            points.append(points.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
        }
        return points.toString();
    }
}
