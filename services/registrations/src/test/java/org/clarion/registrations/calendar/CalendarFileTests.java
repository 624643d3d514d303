package org.clarion.registrations.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.property.DateProperty;
import org.clarion.pageshell.Figures;
import org.clarion.pageshell.Organisation;
import org.clarion.servicedefaults.PublicUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back by somebody else's parser. */
class CalendarFileTests {

    private static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    private static final UUID OWNER = UUID.fromString("0192f0c1-7a3e-7b1c-9d55-6f2a41c0e101");
    private static final String ANN = "ann@example.org";

    private final CalendarFile files = new CalendarFile(
            new Organisation("Rushlight", null, "/privacy", "events@rushlight.example"),
            new PublicUrl(URI.create("https://actions.example.org")),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void anInvitationHasAllThatACalendarAsksFor() throws Exception {
        var calendar = read(files.invitation(entry("2027-01-14T18:30:00Z", 0), ANN));
        assertThat(value(calendar, Property.METHOD)).isEqualTo("REQUEST");
        var event = events(calendar).getFirst();
        assertThat(value(event, Property.UID)).isEqualTo(OWNER + "-1@actions.example.org");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("0");
        assertThat(value(event, Property.SUMMARY)).isEqualTo("An evening; with, everything");
        assertThat(value(event, Property.DESCRIPTION)).isEqualTo("One line\nand another");
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(event, Property.LOCATION)).isEqualTo("The Old Library, 1 Mill Road");
        assertThat(value(event, Property.ORGANIZER)).isEqualTo("mailto:events@rushlight.example");
        assertThat(value(event, Property.ATTENDEE)).isEqualTo("mailto:" + ANN);
    }

    /** In winter, in summer, and in the nights in which the clocks change. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-14T18:30:00Z",
                "2027-07-14T17:30:00Z",
                "2027-03-28T00:30:00Z",
                "2027-03-28T01:30:00Z",
                "2027-10-30T23:30:00Z",
                "2027-10-31T12:30:00Z",
                "2031-10-26T12:30:00Z",
            })
    void timesAreTheSameInLondonWhoeverReadsThem(String start) throws Exception {
        var calendar = read(files.invitation(entry(start, 0), ANN));
        var event = events(calendar).getFirst();
        var begins = event.getProperty(Property.DTSTART).orElseThrow();
        assertThat(begins.getParameter("TZID").orElseThrow().getValue()).isEqualTo("Europe/London");
        assertThat(Instant.from(((DateProperty<?>) begins).getDate())).isEqualTo(Instant.parse(start));
        assertThat(calendar.getComponents(Component.VTIMEZONE)).hasSize(1);
    }

    /**
     * The parser above is an hour off in the hour after the clocks went back, so that the rules are compared with those of
     * this JDK: their times are local times by the offset before the change (RFC 5545, 3.6.5).
     */
    @Test
    void theClocksChangeWhenTheyDoInLondon() {
        var text = files.invitation(entry("2027-10-31T02:30:00Z", 0), ANN);
        assertThat(text)
                .contains("DTSTART;TZID=Europe/London:20271031T023000\r\n")
                .contains("DTSTART:19810329T010000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\n")
                .contains("DTSTART:19961027T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\n")
                .contains("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n");
        for (var year = 2026; year < 2040; year++) {
            var spring = LocalDate.of(year, 3, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            var autumn = LocalDate.of(year, 10, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            for (var day : List.of(spring, autumn)) {
                var change = day.atTime(1, 0).toInstant(ZoneOffset.UTC);
                assertThat(Figures.LONDON.getRules().nextTransition(change.minusSeconds(1)))
                        .extracting(ZoneOffsetTransition::getInstant)
                        .isEqualTo(change);
            }
        }
    }

    @Test
    void aChangeIsTheSameEntryWithAGreaterSequence() throws Exception {
        var first = events(read(files.invitation(entry("2027-01-14T18:30:00Z", 0), ANN)))
                .getFirst();
        var later = events(read(files.invitation(entry("2027-01-14T19:30:00Z", 3), ANN)))
                .getFirst();
        assertThat(value(later, Property.UID)).isEqualTo(value(first, Property.UID));
        assertThat(value(later, Property.SEQUENCE)).isEqualTo("3");
    }

    @Test
    void whatIsCancelledTakesTheEntryAway() throws Exception {
        var calendar = read(files.invitation(entry("2027-01-14T18:30:00Z", 4).asCancelled(), ANN));
        assertThat(value(calendar, Property.METHOD)).isEqualTo("CANCEL");
        assertThat(value(events(calendar).getFirst(), Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(events(calendar).getFirst(), Property.UID)).isEqualTo(OWNER + "-1@actions.example.org");
    }

    @Test
    void aFeedHoldsManyEntriesAndNobodysAddress() throws Exception {
        var first = entry("2027-01-14T18:30:00Z", 0);
        var second = new Entry(
                OWNER, 2, 0, first.title(), null, first.startsAt(), first.endsAt(), null, first.page(), false);
        var entries = List.of(first, second);
        var text = files.published(entries, "Rushlight");
        var calendar = read(text);
        assertThat(events(calendar)).hasSize(2);
        assertThat(value(calendar, Property.METHOD)).isEqualTo("PUBLISH");
        assertThat(text).doesNotContain("ATTENDEE");
    }

    @Test
    void linesAreFoldedAndEndAsTheStandardSays() {
        var text = files.invitation(entry("2027-01-14T18:30:00Z", 0), ANN);
        assertThat(text).endsWith("END:VCALENDAR\r\n");
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    private static Entry entry(String start, int sequence) {
        var begins = Instant.parse(start);
        return new Entry(
                OWNER,
                1,
                sequence,
                "An evening; with, everything",
                "One line\nand another",
                begins,
                begins.plus(Duration.ofHours(2)),
                "The Old Library, 1 Mill Road",
                "https://actions.example.org/events/an-evening",
                false);
    }

    private static Calendar read(String text) throws IOException, ParserException {
        var calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().hasErrors()).as(text).isFalse();
        return calendar;
    }

    private static List<? extends Component> events(Calendar calendar) {
        return calendar.getComponents(Component.VEVENT);
    }

    private static String value(Calendar calendar, String property) {
        return calendar.getProperty(property).orElseThrow().getValue();
    }

    private static String value(Component component, String property) {
        return component.getProperty(property).orElseThrow().getValue();
    }
}
