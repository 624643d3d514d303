package org.clarion.load.members;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clarion.load.Trouble;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;

/**
 * Who sits where, in the shape of the {@code mp_lookup.csv} that the Department for Education publishes: a line for each
 * seat.
 */
public record Roll(SortedMap<String, Sitting> seats) {

    private static final String[] COLUMNS = {
        "pcon_code", "member_id", "full_title", "display_as", "party_text", "member_email"
    };

    public Roll {
        seats = Collections.unmodifiableSortedMap(new TreeMap<>(seats));
    }

    /** @throws Trouble saying why the file cannot be used */
    public static Roll read(Path file) {
        var seats = new TreeMap<String, Sitting>();
        var known = new Constituencies();
        try (var lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (var line : lines) {
                var sitting = sitting(line, known, file);
                if (seats.put(sitting.seat(), sitting) != null) {
                    throw new Trouble("%s names %s twice".formatted(file, sitting.seat()));
                }
            }
        } catch (IOException | CsvParseException | NoSuchElementException e) {
            throw new Trouble("%s cannot be read as members: %s".formatted(file, e.getMessage()), e);
        }
        if (seats.isEmpty()) {
            throw new Trouble(file + " holds no members");
        }
        return new Roll(seats);
    }

    private static Sitting sitting(NamedCsvRecord line, Constituencies known, Path file) {
        return Sitting.written(
                code(line.getField(COLUMNS[0]), known, file),
                line.getField(COLUMNS[1]),
                line.getField(COLUMNS[3]),
                line.getField(COLUMNS[2]),
                line.getField(COLUMNS[4]),
                line.getField(COLUMNS[5]));
    }

    /** Older files use codes that have been replaced since. */
    static String code(String written, Constituencies known, Path file) {
        return known.byCode(written)
                .map(Constituency::code)
                .orElseThrow(() -> new Trouble(
                        "%s names %s, which is no constituency of the 2024 boundaries".formatted(file, written)));
    }

    public Sitting in(String seat) {
        var sitting = seats.get(seat);
        if (sitting == null) {
            throw new Trouble("The file of members says nothing of " + seat);
        }
        return sitting;
    }

    Roll with(Sitting changed) {
        var next = new TreeMap<>(seats);
        next.put(changed.seat(), changed);
        return new Roll(next);
    }

    public String csv() {
        var csv = new StringWriter();
        try (var lines = CsvWriter.builder().build(csv)) {
            lines.writeRecord(COLUMNS);
            seats.values().forEach(sitting -> lines.writeRecord(sitting.line()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
