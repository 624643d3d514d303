package org.clarion.letters.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.clarion.servicedefaults.input.CleanText;
import org.jspecify.annotations.Nullable;

/**
 * A table with a heading line, its fields parted by commas, semicolons or tabs: whatever parts the heading into most
 * columns. Headings count without regard to case.
 */
public final class Sheet {

    /** One line, its fields by heading. */
    public record Row(long line, Map<String, String> fields) {

        /** Empty where the table has no such column. */
        public String text(String column) {
            return fields.getOrDefault(column, "");
        }

        public BrokenSheet broken(String words, Object... shown) {
            return new BrokenSheet(line, words, shown);
        }
    }

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final String SEPARATORS = ",;\t";

    private final List<String> headings;
    private final List<Row> rows;

    private Sheet(List<String> headings, List<Row> rows) {
        this.headings = headings;
        this.rows = rows;
    }

    /** @throws BrokenSheet at the first line that is not UTF-8, or as {@link #read(String)} does */
    public static Sheet read(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        if (decoder.decode(in, out, true).isError()) {
            throw new BrokenSheet(1 + linesIn(bytes, in.position()), "not-utf-8");
        }
        return read(out.flip().toString());
    }

    private static long linesIn(byte[] bytes, int end) {
        long lines = 0;
        for (int i = 0; i < end; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** @throws BrokenSheet at the first line that cannot be read, and where there is none below the heading */
    public static Sheet read(String text) {
        var plain = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        long reached = 0;
        var rows = new ArrayList<Row>();
        List<String> headings = List.of();
        try (var records = CsvReader.builder()
                .fieldSeparator(separatorOf(plain))
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(plain)) {
            for (var all = records.iterator(); all.hasNext(); ) {
                var each = all.next();
                reached = each.getStartingLineNumber();
                if (headings.isEmpty()) {
                    headings = headingsOf(each);
                } else {
                    rows.add(row(each, headings));
                }
            }
        } catch (CsvParseException | java.io.UncheckedIOException e) {
            throw new BrokenSheet(reached + 1, "unreadable");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (rows.isEmpty()) {
            throw new BrokenSheet(1, "empty");
        }
        return new Sheet(headings, rows);
    }

    private static char separatorOf(String text) {
        var heading = text.lines().findFirst().orElse("");
        return SEPARATORS
                .chars()
                .boxed()
                .max(Comparator.comparing(
                        separator -> heading.chars().filter(separator::equals).count()))
                .map(separator -> (char) separator.intValue())
                .orElse(',');
    }

    private static List<String> headingsOf(CsvRecord first) {
        var headings = first.getFields().stream()
                .map(heading -> heading.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (int i = 0; i < headings.size(); i++) {
            if (!headings.get(i).isEmpty() && headings.indexOf(headings.get(i)) < i) {
                throw new BrokenSheet(first.getStartingLineNumber(), "column-twice", headings.get(i));
            }
        }
        return headings;
    }

    private static Row row(CsvRecord record, List<String> headings) {
        var line = record.getStartingLineNumber();
        if (record.getFieldCount() != headings.size()) {
            throw new BrokenSheet(line, "columns", record.getFieldCount(), headings.size());
        }
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < headings.size(); i++) {
            var field = record.getField(i);
            if (!CleanText.accepts(field)) {
                throw new BrokenSheet(line, "control-characters", headings.get(i));
            }
            fields.put(headings.get(i), field.strip());
        }
        return new Row(line, fields);
    }

    public List<Row> rows() {
        return rows;
    }

    public boolean has(String column) {
        return headings.contains(column);
    }

    /**
     * The first of several names under which a column goes.
     *
     * @throws BrokenSheet where there is none of them
     */
    public String required(String... names) {
        var found = firstOf(names);
        if (found == null) {
            throw new BrokenSheet(1, "no-column", names[0]);
        }
        return found;
    }

    /** The first of several names under which a column goes; null where there is none of them. */
    public @Nullable String firstOf(String... names) {
        return Stream.of(names).filter(this::has).findFirst().orElse(null);
    }
}
