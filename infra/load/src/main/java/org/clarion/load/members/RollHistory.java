package org.clarion.load.members;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.clarion.load.Trouble;
import org.clarion.places.Constituencies;

/**
 * How a roll became what it is.
 *
 * @param before who sat where before the first change
 * @param days those on which something changed, in their order
 */
public record RollHistory(Roll before, List<Day> days) {

    /** @param roll who sat where once the day's changes were made */
    public record Day(LocalDate on, List<Sitting> changed, Roll roll) {}

    private record Change(LocalDate seenOn, Sitting before, Sitting after) {}

    public RollHistory {
        days = List.copyOf(days);
    }

    /**
     * Undoes changes, the last one first.
     *
     * @param now the roll to which they led
     * @param file its columns tell day and seat, and member, name, party and address before and after
     * @throws Trouble saying why the file cannot be used, also where it leads to another roll
     */
    public static RollHistory of(Roll now, Path file) {
        var byDay = new LinkedHashMap<LocalDate, List<Change>>();
        for (var change : changes(file)) {
            if (!byDay.isEmpty() && change.seenOn().isBefore(byDay.lastEntry().getKey())) {
                throw new Trouble("%s is not in the order of its days: %s".formatted(file, change.seenOn()));
            }
            byDay.computeIfAbsent(change.seenOn(), day -> new ArrayList<>()).add(change);
        }
        if (byDay.isEmpty()) {
            throw new Trouble(file + " holds no changes");
        }
        var days = new ArrayList<Day>();
        var roll = now;
        for (var day : byDay.sequencedEntrySet().reversed()) {
            var changed = day.getValue().stream().map(Change::after).toList();
            days.addFirst(new Day(day.getKey(), changed, roll));
            for (var change : day.getValue().reversed()) {
                roll = undone(change, roll, file);
            }
        }
        return new RollHistory(roll, days);
    }

    private static Roll undone(Change change, Roll roll, Path file) {
        var now = roll.in(change.after().seat());
        if (!now.saysTheSameAs(change.after())) {
            throw new Trouble("%s: what it says of %s on %s does not lead to what the file of members says"
                    .formatted(file, now.seat(), change.seenOn()));
        }
        var before = change.before();
        var isSamePerson = now.key().equals(before.key()) && now.name().equals(before.name());
        return roll.with(isSamePerson ? before.titled(now.fullTitle()) : before);
    }

    private static List<Change> changes(Path file) {
        var known = new Constituencies();
        try (var lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            return lines.stream()
                    .map(line -> new Change(
                            LocalDate.parse(line.getField("seen_on")),
                            side("old", line, known, file),
                            side("new", line, known, file)))
                    .toList();
        } catch (IOException | CsvParseException | NoSuchElementException | DateTimeException e) {
            throw new Trouble("%s cannot be read as changes: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Sitting side(String which, NamedCsvRecord line, Constituencies known, Path file) {
        var name = line.getField(which + "_name");
        var sitting = Sitting.written(
                Roll.code(line.getField("pcon24cd"), known, file),
                line.getField(which + "_member_id"),
                name,
                name,
                line.getField(which + "_party"),
                line.getField(which + "_email"));
        return sitting.isVacant() ? sitting : sitting.titled(name + " MP");
    }

    /** The day before the first change. */
    public LocalDate begin() {
        return days.getFirst().on().minusDays(1);
    }

    public LocalDate end() {
        return days.getLast().on();
    }

    public int changes() {
        return days.stream().mapToInt(day -> day.changed().size()).sum();
    }

    public Roll after() {
        return days.getLast().roll();
    }

    /** Seats at which a letter may meet something: that change on the way, or cannot be written to at the end. */
    public Set<String> restless() {
        var seats = new TreeSet<String>();
        days.forEach(day -> day.changed().forEach(sitting -> seats.add(sitting.seat())));
        for (Map.Entry<String, Sitting> seat : after().seats().entrySet()) {
            if (!seat.getValue().isReachable()) {
                seats.add(seat.getKey());
            }
        }
        return seats;
    }
}
