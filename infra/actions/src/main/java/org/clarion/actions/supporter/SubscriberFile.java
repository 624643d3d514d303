package org.clarion.actions.supporter;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clarion.pageshell.CsvFile;
import org.clarion.pageshell.Figures;
import org.springframework.context.MessageSource;

/** Those who take updates as a table, for the program with which a charity writes to many: an address a row. */
class SubscriberFile {

    private static final List<String> COLUMNS = List.of("email", "name", "language", "yes", "action", "wording");

    private final MessageSource words;
    private final Clock clock;

    SubscriberFile(MessageSource words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    /** @param service whose supporters they are */
    void send(String service, Stream<Subscriber> subscribers, Locale locale, HttpServletResponse response)
            throws IOException {
        var columns = COLUMNS.stream()
                .map(each -> words.getMessage("supporters.file." + each, null, locale))
                .toList();
        var today = LocalDate.ofInstant(clock.instant(), Figures.LONDON);
        CsvFile.send(service + "-updates-" + today, columns, subscribers.map(SubscriberFile::cells), response);
    }

    private static List<String> cells(Subscriber subscriber) {
        var yes = subscriber.yes();
        var at = LocalDateTime.ofInstant(yes.at(), Figures.LONDON).truncatedTo(ChronoUnit.MINUTES);
        return List.of(
                subscriber.email(),
                subscriber.name(),
                subscriber.language(),
                at.toString(),
                subscriber.action(),
                yes.wording());
    }
}
