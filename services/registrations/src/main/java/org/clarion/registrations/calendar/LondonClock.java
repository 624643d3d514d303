package org.clarion.registrations.calendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.util.TimeZone;
import org.clarion.pageshell.Figures;

/** The rules of the clocks in London, written down: a calendar program need not know them, and nothing is fetched from anywhere. */
final class LondonClock {

    private static final UtcOffset WINTER = new UtcOffset(true, 0, 0);
    private static final UtcOffset SUMMER = new UtcOffset(true, 1, 0);

    private LondonClock() {}

    static TimezoneAssignment assignment() {
        var zone = new VTimezone(Figures.LONDON.getId());
        zone.addDaylightSavingsTime(toSummer());
        zone.addStandardTime(toWinter());
        return new TimezoneAssignment(TimeZone.getTimeZone(Figures.LONDON), zone);
    }

    /** As since 1981, on the last Sunday in March. */
    private static DaylightSavingsTime toSummer() {
        var summer = new DaylightSavingsTime();
        summer.setDateStart(new DateTimeComponents(1981, 3, 29, 1, 0, 0, false));
        summer.setTimezoneOffsetFrom(WINTER);
        summer.setTimezoneOffsetTo(SUMMER);
        summer.addTimezoneName("BST");
        summer.setRecurrenceRule(lastSundayOf(3));
        return summer;
    }

    /** As since 1996, on the last Sunday in October. */
    private static StandardTime toWinter() {
        var winter = new StandardTime();
        winter.setDateStart(new DateTimeComponents(1996, 10, 27, 2, 0, 0, false));
        winter.setTimezoneOffsetFrom(SUMMER);
        winter.setTimezoneOffsetTo(WINTER);
        winter.addTimezoneName("GMT");
        winter.setRecurrenceRule(lastSundayOf(10));
        return winter;
    }

    private static Recurrence lastSundayOf(int month) {
        return new Recurrence.Builder(Frequency.YEARLY)
                .byMonth(month)
                .byDay(-1, DayOfWeek.SUNDAY)
                .build();
    }
}
