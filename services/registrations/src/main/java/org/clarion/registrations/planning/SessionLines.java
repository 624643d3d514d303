package org.clarion.registrations.planning;

import static org.clarion.pageshell.FormFields.saidOrNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clarion.pageshell.Figures;
import org.clarion.registrations.gathering.Capacity;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.LondonTime;
import org.clarion.registrations.gathering.LondonTime.Which;
import org.clarion.registrations.gathering.Session;
import org.clarion.registrations.gathering.Venue;
import org.jspecify.annotations.Nullable;

/**
 * Sessions as staff write them, a line each: {@code 1: 2027-01-14 18:30 to 20:30 | Leaving | Film | 40 | 100}. The number in
 * front says which of the sessions there are is meant; a line without one is a new session. What stands behind the times (title, track, places in
 * person, places online; then of a place of its own: name, address, how to get there, where to meet; then where to join) may be left out. A time that comes twice is told
 * apart by {@code (first)} or {@code (second)}.
 */
final class SessionLines {

    /**
     * Something in a line that needs mending.
     *
     * @param what key of the words for it, below {@code staff.gathering.}
     */
    record Flaw(String what, List<String> named) {}

    /** What was read, or what is wrong with it. */
    record Read(List<Session> sessions, List<Flaw> flaws) {}

    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String TIME = "[0-9]{1,2}:[0-9]{2}";
    private static final String WHICH = "(?:\\s*\\((first|second)\\))?";
    private static final Pattern TIMES = Pattern.compile("(?:([0-9]{1,4}):\\s+)?(" + DAY + ")\\s+(" + TIME + ")" + WHICH
            + "\\s+to\\s+(?:(" + DAY + ")\\s+)?(" + TIME + ")" + WHICH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int MOST = 100;
    private static final int MOST_PARTS = 10;

    private final @Nullable Gathering gathering;
    private final List<Session> sessions = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private int next;

    private SessionLines(@Nullable Gathering gathering, List<String> lines) {
        this.gathering = gathering;
        var last = gathering == null
                ? 0
                : gathering.sessionNumbers().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0);
        this.next = 1 + last;
        if (lines.size() > MOST) {
            flaws.add(new Flaw("sessions.many", List.of(Integer.toString(MOST))));
            return;
        }
        lines.forEach(this::read);
        var numbers = sessions.stream().map(Session::number).toList();
        if (new HashSet<>(numbers).size() < numbers.size()) {
            flaws.add(new Flaw("sessions.twice", List.of()));
        }
    }

    /** @param gathering the one that is edited; null for a new one */
    static Read read(@Nullable String typed, @Nullable Gathering gathering) {
        var lines = typed == null
                ? List.<String>of()
                : typed.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        var read = new SessionLines(gathering, lines);
        return new Read(read.sessions, read.flaws);
    }

    /** The way back: what the field shows. */
    static String written(List<Session> sessions) {
        return sessions.stream().map(SessionLines::written).collect(Collectors.joining("\n"));
    }

    private static String written(Session session) {
        var venue = session.venue();
        var behind = new ArrayList<>(List.of(
                Objects.toString(session.title(), ""),
                Objects.toString(session.track(), ""),
                Objects.toString(session.capacity().inPerson(), ""),
                Objects.toString(session.capacity().online(), ""),
                venue == null ? "" : venue.name(),
                venue == null ? "" : venue.address(),
                venue == null ? "" : Objects.toString(venue.gettingThere(), ""),
                venue == null ? "" : Objects.toString(venue.meetingPoint(), ""),
                Objects.toString(session.joining(), "")));
        while (!behind.isEmpty() && behind.getLast().isEmpty()) {
            behind.removeLast();
        }
        return session.number() + ": " + shown(session.startsAt()) + " to " + shown(session.endsAt())
                + behind.stream().map(part -> " | " + part).collect(Collectors.joining());
    }

    private static String shown(Instant at) {
        var which = LondonTime.which(at);
        return SHOWN.format(LocalDateTime.ofInstant(at, Figures.LONDON))
                + (which == null ? "" : " (" + which.wireName() + ")");
    }

    private void read(String line) {
        var parts = line.split("\\|", -1);
        var times = TIMES.matcher(parts[0].strip());
        if (!times.matches() || parts.length > MOST_PARTS) {
            flaws.add(new Flaw("sessions.wrong", List.of(line)));
            return;
        }
        var start = time(line, times.group(2), times.group(3), times.group(4));
        var end =
                time(line, Objects.requireNonNullElse(times.group(5), times.group(2)), times.group(6), times.group(7));
        var inPerson = places(line, part(parts, 3));
        var online = places(line, part(parts, 4));
        var venue = venue(line, parts);
        var joining = joining(line, part(parts, 9));
        var number = number(line, times.group(1));
        if (start.isEmpty()
                || end.isEmpty()
                || inPerson.isEmpty()
                || online.isEmpty()
                || venue.isEmpty()
                || joining.isEmpty()
                || number.isEmpty()) {
            return;
        }
        sessions.add(new Session(
                number.get(),
                saidOrNull(part(parts, 1)),
                start.get(),
                end.get(),
                saidOrNull(part(parts, 2)),
                venue.get().orElse(null),
                joining.get().orElse(null),
                new Capacity(inPerson.get().orElse(null), online.get().orElse(null))));
    }

    private Optional<Integer> number(String line, @Nullable String typed) {
        if (typed == null) {
            return Optional.of(next++);
        }
        var number = Integer.parseInt(typed);
        if (gathering == null || !gathering.sessionNumbers().contains(number)) {
            flaws.add(new Flaw("sessions.unknown", List.of(line)));
            return Optional.empty();
        }
        return Optional.of(number);
    }

    private Optional<Instant> time(String line, String day, String time, @Nullable String which) {
        LocalDateTime shown;
        try {
            shown = LocalDateTime.of(LocalDate.parse(day), LocalTime.parse(time, CLOCK));
        } catch (DateTimeParseException e) {
            flaws.add(new Flaw("sessions.wrong", List.of(line)));
            return Optional.empty();
        }
        var meant = which == null ? null : Which.valueOf(which.toUpperCase(Locale.ROOT));
        return switch (LondonTime.of(shown, meant)) {
            case LondonTime.At at -> Optional.of(at.instant());
            case LondonTime.Skipped skipped -> {
                flaws.add(new Flaw(
                        "sessions.skipped",
                        List.of(
                                SHOWN.format(shown),
                                CLOCK.format(skipped.jumpsFrom()),
                                CLOCK.format(skipped.jumpsTo()))));
                yield Optional.empty();
            }
            case LondonTime.Twice twice -> {
                flaws.add(new Flaw("sessions.ambiguous", List.of(SHOWN.format(shown))));
                yield Optional.empty();
            }
        };
    }

    /** Empty for what is no number of places; otherwise how many, if any were given. */
    private Optional<Optional<Integer>> places(String line, String typed) {
        if (typed.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        if (!typed.matches("[0-9]{1,5}")) {
            flaws.add(new Flaw("sessions.places", List.of(line)));
            return Optional.empty();
        }
        return Optional.of(Optional.of(Integer.valueOf(typed)));
    }

    /** Empty for what is no place; otherwise the session's own, if one was given. */
    private Optional<Optional<Venue>> venue(String line, String[] parts) {
        var name = part(parts, 5);
        var address = part(parts, 6);
        if (name.isEmpty() != address.isEmpty() || name.isEmpty() && !(part(parts, 7) + part(parts, 8)).isEmpty()) {
            flaws.add(new Flaw("sessions.venue", List.of(line)));
            return Optional.empty();
        }
        return Optional.of(
                name.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Venue(name, address, saidOrNull(part(parts, 7)), saidOrNull(part(parts, 8)))));
    }

    /** Empty for what is no address; otherwise the session's own, if one was given. */
    private Optional<Optional<String>> joining(String line, String typed) {
        if (!typed.isEmpty() && !OutlineForm.isAddress(typed)) {
            flaws.add(new Flaw("sessions.joining", List.of(line)));
            return Optional.empty();
        }
        return Optional.of(Optional.ofNullable(saidOrNull(typed)));
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index].strip() : "";
    }
}
