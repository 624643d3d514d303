package org.clarion.load.counts;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.clarion.load.Trouble;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import org.clarion.places.Countries;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the counts of a petition: the JSON of petition.parliament.uk, or a CSV with one column per constituency and one line per
 * moment, of which the last one with figures counts. Packed with gzip or not.
 */
public final class CountsFile {

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final Pattern CONSTITUENCY = Pattern.compile("[ENSW]\\d{8}");
    // Parliament keeps a code of its own for British Antarctic Territory; ISO 3166 counts it in Antarctica.
    private static final Map<String, String> NOT_ISO = Map.of("BAT", "AQ");

    private final Constituencies known = new Constituencies();
    private final Path file;

    private CountsFile(Path file) {
        this.file = file;
    }

    /** @throws Trouble saying why the file cannot be used */
    public static Counts read(Path file) {
        return new CountsFile(file).read();
    }

    private Counts read() {
        try (var in = open()) {
            var counts = startsLikeJson(in) ? json(in) : csv(in);
            if (counts.total() == 0) {
                throw new Trouble(file + " holds no counts");
            }
            // A factor of one changes nothing but a country that its own constituencies outnumber.
            return counts.scaled(1);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new Trouble("%s cannot be read as counts: %s".formatted(file, e.getMessage()), e);
        }
    }

    private InputStream open() throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        boolean packed = (in.read() << 8 | in.read()) == GZIP_MAGIC;
        in.reset();
        return packed ? new BufferedInputStream(new GZIPInputStream(in)) : in;
    }

    private static boolean startsLikeJson(InputStream in) throws IOException {
        in.mark(64);
        int first = in.read();
        while (Character.isWhitespace(first)) {
            first = in.read();
        }
        in.reset();
        return first == '{';
    }

    private Counts json(InputStream in) {
        var attributes = JsonMapper.shared().readTree(in).required("data").required("attributes");
        var constituencies = new TreeMap<String, Long>();
        for (var count : attributes.required("signatures_by_constituency")) {
            constituencies.merge(constituency(count.required("ons_code").asString()), signatures(count), Long::sum);
        }
        var countries = new TreeMap<String, Long>();
        for (var count : attributes.required("signatures_by_country")) {
            countries.merge(country(count.required("code").asString()), signatures(count), Long::sum);
        }
        return Counts.of(constituencies, countries);
    }

    private static long signatures(JsonNode count) {
        return count.required("signature_count").asLong();
    }

    private Counts csv(InputStream in) throws IOException {
        NamedCsvRecord last = null;
        try (var lines = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line : lines) {
                last = hasFigures(line) ? line : last;
            }
        }
        var constituencies = new TreeMap<String, Long>();
        figures(last)
                .forEach((code, count) -> constituencies.merge(constituency(code), Long.valueOf(count), Long::sum));
        long sum = constituencies.values().stream().mapToLong(Long::longValue).sum();
        return Counts.of(constituencies, Map.of(Countries.UNITED_KINGDOM, sum));
    }

    private static boolean hasFigures(NamedCsvRecord line) {
        return figures(line).values().stream().anyMatch(figure -> !figure.isBlank());
    }

    private static Map<String, String> figures(@Nullable NamedCsvRecord line) {
        var figures = new TreeMap<>(line == null ? Map.<String, String>of() : line.getFieldsAsMap());
        figures.keySet().removeIf(column -> !CONSTITUENCY.matcher(column).matches());
        return figures;
    }

    private String constituency(String code) {
        return known.byCode(code)
                .map(Constituency::code)
                .orElseThrow(() -> new Trouble(
                        "%s counts in %s, which is no constituency of the 2024 boundaries".formatted(file, code)));
    }

    private String country(String code) {
        var iso = Objects.requireNonNullElse(NOT_ISO.get(code), code);
        if (!Countries.isKnown(iso)) {
            throw new Trouble("%s counts in %s, which is no country".formatted(file, code));
        }
        return iso;
    }
}
