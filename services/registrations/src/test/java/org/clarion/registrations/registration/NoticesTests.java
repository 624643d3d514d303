package org.clarion.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clarion.pageshell.Figures;
import org.clarion.registrations.gathering.Capacity;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.SampleGatherings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

class NoticesTests {

    private static final Instant OPENED = Instant.parse("2026-11-24T14:32:00Z");
    private static final Instant START = Instant.parse("2027-01-14T18:30:00Z");
    private static final NoticeSettings SETTINGS = new NoticeSettings(
            Duration.ofSeconds(20),
            Duration.ofDays(7),
            Duration.ofHours(24),
            Duration.ofHours(1),
            Duration.ofHours(20),
            Duration.ofDays(7));

    private final Notices notices =
            new Notices(Mockito.mock(Registrations.class), Mockito.mock(Gatherings.class), SETTINGS, Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({
        "PT169H, ''",
        "PT168H, reminder-week-1",
        "PT25H, reminder-week-1",
        "PT24H, reminder-day-1",
        "PT1H1S, reminder-day-1",
        "PT1H, reminder-hour-1",
        "PT1S, reminder-hour-1",
        "PT0S, ''",
    })
    void oneReminderAtATimeAndNoneTooLate(Duration before, String expected) {
        assertThat(names(talk(START), START.minus(before)))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    /** At the same time of day, whether the clocks have changed or not; each cause comes once. */
    @ParameterizedTest
    @ValueSource(strings = {"2027-03-28T19:00", "2027-03-28T02:30", "2027-10-31T19:00", "2027-10-31T02:30"})
    void aChangeOfTheClocksNeitherDoublesNorSwallowsAReminder(LocalDateTime shown) {
        var start = shown.atZone(Figures.LONDON).toInstant();
        var gathering = talk(start);
        var seen = new LinkedHashSet<String>();
        String last = "";
        int turns = 0;
        for (var now = start.minus(Duration.ofDays(8)); now.isBefore(start); now = now.plus(Duration.ofMinutes(5))) {
            for (var name : names(gathering, now)) {
                seen.add(name);
                if (!name.equals(last)) {
                    turns++;
                }
                last = name;
            }
        }
        assertThat(seen).containsExactly("reminder-week-1", "reminder-day-1", "reminder-hour-1");
        assertThat(turns).isEqualTo(3);
    }

    @Test
    void everySessionOfAFestivalIsRemindedOf() {
        var festival = SampleGatherings.open(SampleGatherings.festival("film", START, 2, Capacity.UNLIMITED), OPENED);
        assertThat(names(festival, START.minus(Duration.ofHours(2)))).containsExactly("reminder-day-1");
        assertThat(names(festival, START.plus(Duration.ofHours(1)))).containsExactly("reminder-week-2");
    }

    @Test
    void whoTakesPartOnlineIsToldWhereFromADayBefore() {
        var week = new Notices.Cause("reminder-week-1", Registration.REMINDER_MAIL, 1, START);
        var day = new Notices.Cause("reminder-day-1", Registration.REMINDER_MAIL, 1, START);
        assertThat(week.mailFor(Mode.ONLINE, true)).isEqualTo(Registration.REMINDER_MAIL);
        assertThat(day.mailFor(Mode.ONLINE, true)).isEqualTo(Registration.REMINDER_ONLINE_MAIL);
        assertThat(day.mailFor(Mode.ONLINE, false)).isEqualTo(Registration.REMINDER_MAIL);
        assertThat(day.mailFor(Mode.IN_PERSON, true)).isEqualTo(Registration.REMINDER_MAIL);
    }

    private List<String> names(Gathering gathering, Instant now) {
        return notices.causes(gathering, now).stream()
                .map(cause -> cause.name().replaceAll("-at-[0-9]+$", ""))
                .toList();
    }

    @Test
    void aSessionThatIsPutOffIsRemindedOfAgain() {
        var soon = Duration.ofMinutes(30);
        var later = START.plus(Duration.ofDays(7));
        assertThat(notices.causes(talk(START), START.minus(soon)).getFirst().name())
                .isNotEqualTo(notices.causes(talk(later), later.minus(soon))
                        .getFirst()
                        .name());
    }

    private static Gathering talk(Instant start) {
        return SampleGatherings.open(
                SampleGatherings.outline(
                        "a-talk",
                        List.of(SampleGatherings.session(1, start)),
                        Set.of(Mode.IN_PERSON),
                        Capacity.UNLIMITED,
                        SampleGatherings.admission()),
                OPENED);
    }
}
