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
import org.clarion.registrations.gathering.Outline;
import org.clarion.registrations.gathering.SampleGatherings;
import org.clarion.registrations.gathering.Setting;
import org.jspecify.annotations.Nullable;
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

    private static final Outline TALK = SampleGatherings.talk("a-talk", START, Capacity.UNLIMITED);
    private static final Gathering HYBRID = SampleGatherings.open(TALK, OPENED);

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
        assertThat(told(HYBRID, Duration.ofDays(2))).containsExactly("registration.reminder to everybody");
        assertThat(told(HYBRID, Duration.ofHours(2)))
                .containsExactly("registration.reminder to [IN_PERSON]", "registration.reminder-online to [ONLINE]");
        assertThat(told(joiningAt(null), Duration.ofHours(2))).containsExactly("registration.reminder to everybody");
    }

    /** Those who come in person are not told again: theirs is the same cause. */
    @Test
    void whoTakesPartOnlineIsToldAgainWhenTheAddressChanges() {
        var before = notices.causes(HYBRID, START.minusSeconds(7200));
        var after = notices.causes(joiningAt("https://meet.example.org/other"), START.minusSeconds(7200));
        assertThat(after.getFirst()).isEqualTo(before.getFirst());
        assertThat(after.getLast().name()).isNotEqualTo(before.getLast().name());
    }

    private List<String> told(Gathering gathering, Duration before) {
        return notices.causes(gathering, START.minus(before)).stream()
                .map(cause -> cause.mail() + " to "
                        + (cause.modes().size() == Mode.values().length ? "everybody" : cause.modes()))
                .toList();
    }

    private static Gathering joiningAt(@Nullable String address) {
        var setting = TALK.setting();
        return SampleGatherings.open(
                new Outline(
                        TALK.slug(),
                        TALK.campaign(),
                        TALK.programme(),
                        new Setting(setting.modes(), setting.venue(), address, setting.capacity(), setting.access()),
                        TALK.admission(),
                        TALK.opensAt(),
                        TALK.closesAt()),
                OPENED);
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
