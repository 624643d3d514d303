package org.clarion.places;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The 650 constituencies. */
public final class Constituencies {

    private final List<Constituency> byName;
    private final Map<String, Constituency> byCode = new HashMap<>();
    private final Map<String, String> superseded = new HashMap<>();

    public Constituencies() {
        var order = Comparator.comparing(Constituency::name, Collator.getInstance(Locale.UK));
        byName = read().stream().sorted(order).toList();
    }

    private List<Constituency> read() {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(Resource.open("constituencies.csv"))) {
            return rows.stream().map(this::add).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Constituency add(NamedCsvRecord row) {
        var constituency = new Constituency(
                row.getField("code"),
                row.getField("name"),
                row.getField("nation"),
                row.getField("region_code"),
                row.getField("region"),
                Integer.parseInt(row.getField("hex_q")),
                Integer.parseInt(row.getField("hex_r")));
        byCode.put(constituency.code(), constituency);
        if (!row.getField("superseded").isEmpty()) {
            superseded.put(row.getField("superseded"), constituency.code());
        }
        return constituency;
    }

    /** Sorted by name, as a list to pick from shows them. */
    public List<Constituency> all() {
        return byName;
    }

    /** By code; the five Scottish codes that were replaced in 2024 lead to their successors. */
    public Optional<Constituency> byCode(String code) {
        return Optional.ofNullable(byCode.get(superseded.getOrDefault(code, code)));
    }

    boolean isSuperseded(String code) {
        return superseded.containsKey(code);
    }
}
