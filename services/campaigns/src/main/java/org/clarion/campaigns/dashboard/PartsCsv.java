package org.clarion.campaigns.dashboard;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.clarion.campaigns.dashboard.Breakdown.Part;

/** Parts of a total as a file for a spreadsheet. */
final class PartsCsv {

    private PartsCsv() {}

    static String of(String what, List<Part> parts) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("code", what, "region", "count");
            parts.forEach(part -> csv.writeRecord(
                    safe(part.code()), safe(part.name()), safe(part.region()), Long.toString(part.count())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A cell that begins like a formula would be run by the spreadsheet; a source is what somebody put into a link. */
    private static String safe(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
