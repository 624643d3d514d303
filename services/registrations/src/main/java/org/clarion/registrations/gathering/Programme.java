package org.clarion.registrations.gathering;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What happens.
 *
 * @param language BCP 47 tag of all words
 * @param summary one or two plain sentences
 * @param text Markdown
 * @param host who invites
 * @param sessions in the order of their times
 */
public record Programme(
        String language,
        String title,
        String summary,
        String text,
        String host,
        List<Speaker> speakers,
        List<Session> sessions) {

    public Programme {
        speakers = List.copyOf(speakers);
        sessions = sessions.stream()
                .sorted(Comparator.comparing(Session::startsAt).thenComparing(Session::number))
                .toList();
    }

    public Programme with(List<Speaker> others) {
        return new Programme(language, title, summary, text, host, others, sessions);
    }

    public Optional<Session> session(int number) {
        return sessions.stream().filter(session -> session.number() == number).findFirst();
    }
}
