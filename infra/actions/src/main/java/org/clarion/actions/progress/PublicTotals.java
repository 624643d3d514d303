package org.clarion.actions.progress;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.clarion.places.Constituency;
import org.clarion.totals.ActionTotals;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an action as everybody may see them.
 *
 * @param at when they were true; null before anything was counted
 * @param constituencies every one, by name
 * @param countries by code
 * @param days of the confirmation, in London
 */
public record PublicTotals(
        long total,
        @Nullable Instant at,
        List<PlaceCount> constituencies,
        List<CountryCount> countries,
        List<DayCount> days) {

    /**
     * @param code of the Office for National Statistics
     * @param count a number; {@code "<5"} where it is under 5; {@code "withheld"} where it would tell such a count
     */
    public record PlaceCount(
            String code,
            String name,

            @Schema(
                    oneOf = {Long.class, String.class},
                    description = "a number; \"<5\" where it is under 5; \"withheld\" where it would tell such a count")
            Object count) {}

    /** @param code ISO 3166 */
    public record CountryCount(String code, long count) {}

    public record DayCount(LocalDate day, long count) {}

    static PublicTotals of(ActionTotals totals, List<Constituency> constituencies) {
        var told = Guarded.counts(constituencies, totals.by("constituency", Progress.MEASURE));
        return new PublicTotals(
                totals.count(Progress.MEASURE),
                totals.at(),
                constituencies.stream()
                        .map(each -> new PlaceCount(each.code(), each.name(), told.get(each.code())))
                        .toList(),
                totals.by("country", Progress.MEASURE).entrySet().stream()
                        .map(each -> new CountryCount(each.getKey(), each.getValue()))
                        .toList(),
                totals.by("day", Progress.MEASURE).entrySet().stream()
                        .map(each -> new DayCount(LocalDate.parse(each.getKey()), each.getValue()))
                        .toList());
    }
}
