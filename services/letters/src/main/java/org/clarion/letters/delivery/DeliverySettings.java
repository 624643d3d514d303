package org.clarion.letters.delivery;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.action.Pacing;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How letters leave where an action says nothing else.
 *
 * @param perHour the most letters that one office gets in an hour
 * @param fromHour the hour of the day, London, from which letters leave
 * @param untilHour the hour at which the last has left
 * @param weekends whether they leave on Saturdays and Sundays too
 * @param spread whether what waits for an office is spread evenly over the rest of the day; otherwise it leaves as fast as allowed
 * @param jitter part of the time between two letters by which chance makes it longer or shorter
 * @param every between two looks at what waits
 * @param atOnce how many letters of one target one look holds, lets go on or sends to their writers
 * @param deliveredAfter a letter that has not come back for so long counts as delivered
 * @param refusedInARow so many letters in a row that an office's server did not want mark its address, as one that does not exist does
 */
@Validated
@ConfigurationProperties("letters.delivery")
record DeliverySettings(
        @DefaultValue("20") @Min(1) @Max(Pacing.FASTEST) int perHour,
        @DefaultValue("8") @Min(0) @Max(23) int fromHour,
        @DefaultValue("18") @Min(1) @Max(24) int untilHour,
        @DefaultValue("false") boolean weekends,
        @DefaultValue("true") boolean spread,

        @DefaultValue("0.3") @DecimalMin("0") @DecimalMax("1") double jitter,

        @DefaultValue("5s") Duration every,
        @DefaultValue("200") @Positive int atOnce,
        @DefaultValue("3d") Duration deliveredAfter,
        @DefaultValue("3") @Positive int refusedInARow) {

    DeliverySettings {
        new Pacing(perHour, fromHour, untilHour, weekends); // refuses hours in which nothing could leave
    }

    Timetable timetable(@Nullable LetterAction action) {
        var own = action == null ? null : action.pacing();
        var usual = new Pacing(perHour, fromHour, untilHour, weekends);
        return new Timetable(own == null ? usual : own, spread, jitter);
    }
}
