package org.clarion.places;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads ONSPD and NSPL releases and plain {@code postcode,constituency} files, packed with gzip or not. */
final class PostcodeSource {

    /** One line of the file, as it stands there. */
    record Row(long line, String postcode, String constituency, boolean terminated) {

        BrokenSource broken(String field, String what) {
            var shown = field.length() <= LONGEST_SHOWN ? field : field.substring(0, LONGEST_SHOWN) + "…";
            return new BrokenSource(line, "\"" + shown + "\" " + what);
        }
    }

    /** Where the columns are; the Office for National Statistics renames them from release to release. */
    private record Columns(int count, int postcode, int constituency, int terminated) {

        private static final List<Pattern> POSTCODE = patterns("pcds", "pcd7?", "pcd[28]", "postcode(_?\\d)?");
        private static final List<Pattern> CONSTITUENCY =
                patterns("pcon2[4-9]cd", "pcon(\\d\\d)?(cd|_code)?", "(parliamentary_)?constituency(_code)?");
        private static final List<Pattern> TERMINATED = patterns("doterm");

        static Columns of(CsvRecord first) {
            var names = first.getFields().stream()
                    .map(name -> name.replace("\ufeff", "").strip().toLowerCase(Locale.ROOT))
                    .toList();
            if (names.size() == 2 && Postcode.parse(names.getFirst()).isPresent()) {
                return new Columns(2, 0, 1, -1);
            }
            var columns = new Columns(
                    names.size(),
                    position(names, POSTCODE),
                    position(names, CONSTITUENCY),
                    position(names, TERMINATED));
            if (columns.postcode < 0 || columns.constituency < 0) {
                throw new BrokenSource(
                        first.getStartingLineNumber(),
                        "no " + (columns.postcode < 0 ? "postcode" : "constituency") + " column among the headings");
            }
            return columns;
        }

        private static List<Pattern> patterns(String... patterns) {
            return List.of(patterns).stream().map(Pattern::compile).toList();
        }

        private static int position(List<String> names, List<Pattern> wanted) {
            for (var pattern : wanted) {
                for (int i = 0; i < names.size(); i++) {
                    if (pattern.matcher(names.get(i)).matches()) {
                        return i;
                    }
                }
            }
            return -1;
        }

        boolean hasHeading(CsvRecord first) {
            return Postcode.parse(first.getField(postcode)).isEmpty();
        }

        Row read(CsvRecord record) {
            long line = record.getStartingLineNumber();
            if (record.getFieldCount() != count) {
                throw new BrokenSource(line, record.getFieldCount() + " columns instead of " + count);
            }
            return new Row(
                    line,
                    record.getField(postcode).strip(),
                    record.getField(constituency).strip(),
                    terminated >= 0 && !record.getField(terminated).isBlank());
        }
    }

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int LONGEST_SHOWN = 20;

    private final Path file;

    PostcodeSource(Path file) {
        this.file = file;
    }

    /**
     * @throws BrokenSource at the first line that cannot be read
     * @throws IOException when the file cannot be opened
     */
    void forEach(Consumer<Row> consumer) throws IOException {
        long reached = 0;
        try (var in = open();
                var records = CsvReader.builder()
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var iterator = records.iterator();
            if (!iterator.hasNext()) {
                throw new BrokenSource(1, "the file is empty");
            }
            var first = iterator.next();
            var columns = Columns.of(first);
            reached = first.getStartingLineNumber();
            if (!columns.hasHeading(first)) {
                consumer.accept(columns.read(first));
            }
            while (iterator.hasNext()) {
                var record = iterator.next();
                reached = record.getStartingLineNumber();
                consumer.accept(columns.read(record));
            }
        } catch (CsvParseException | UncheckedIOException | ZipException | EOFException e) {
            throw unreadableAfter(reached, e);
        }
    }

    private static BrokenSource unreadableAfter(long line, Exception cause) {
        var broken = new BrokenSource(line + 1, "cannot be read: the file is cut short or damaged");
        broken.initCause(cause);
        return broken;
    }

    private InputStream open() throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        boolean packed = (in.read() << 8 | in.read()) == GZIP_MAGIC;
        in.reset();
        return packed ? new GZIPInputStream(in, 1 << 16) : in;
    }
}
