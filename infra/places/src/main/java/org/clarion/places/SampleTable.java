package org.clarion.places;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The postcodes in this jar, spread over Great Britain: enough to try the platform. */
final class SampleTable {

    private SampleTable() {}

    static PostcodeTable read(Constituencies known) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(Resource.open("sample-postcodes.csv"))) {
            var draft = new TableDraft();
            for (var row : rows) {
                draft.add(
                        Postcode.parse(row.getField("postcode")).orElseThrow(),
                        known.byCode(row.getField("constituency")).orElseThrow(),
                        false);
            }
            return PostcodeTable.read(draft.encode(), known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TableDraft.Conflict e) {
            throw new IllegalStateException("the sample contradicts itself", e);
        }
    }
}
