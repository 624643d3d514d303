package org.clarion.registrations.attendance;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.clarion.pageshell.CsvFile;
import org.clarion.pageshell.Figures;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The people of a gathering as a table for a spreadsheet: a row for each party. */
@Component
class AttendeeFile {

    private static final List<String> COLUMNS = List.of(
            "code", "name", "email", "heads", "mode", "sessions", "state", "attended", "registered", "needs", "diet");

    private final MessageSource words;

    AttendeeFile(MessageSource words) {
        this.words = words;
    }

    ResponseEntity<String> of(Gathering gathering, List<Attendee> attendees, Locale locale) {
        var columns = COLUMNS.stream()
                .map(each -> words.getMessage("staff.attendees.file." + each, null, locale))
                .collect(Collectors.toCollection(ArrayList::new));
        var questions = gathering.admission().questions();
        questions.stream().map(Question::text).forEach(columns::add);
        var file = new CsvFile(gathering.slug() + "-attendees", columns.toArray(String[]::new));
        attendees.forEach(each -> file.row(cells(each, questions, locale).toArray(String[]::new)));
        return file.download();
    }

    private List<String> cells(Attendee attendee, List<Question> questions, Locale locale) {
        var cells = new ArrayList<String>();
        cells.add(attendee.code());
        cells.add(said(attendee.name()));
        cells.add(said(attendee.email()));
        cells.add(Integer.toString(attendee.wish().heads()));
        cells.add(words.getMessage("event.mode." + attendee.wish().mode().wireName(), null, locale));
        cells.add(attendee.sessions().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        cells.add(words.getMessage("staff.attendee.state." + attendee.state(), null, locale));
        cells.add(attendee.attendance().bySession().entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining(", ")));
        cells.add(LocalDateTime.ofInstant(attendee.recordedAt(), Figures.LONDON)
                .truncatedTo(ChronoUnit.MINUTES)
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
        cells.add(said(attendee.needs()));
        cells.add(said(attendee.diet()));
        questions.forEach(question -> cells.add(
                String.join(", ", attendee.answers().getOrDefault(Integer.toString(question.number()), List.of()))));
        return cells;
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
