package org.clarion.pageshell;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table as a file for a spreadsheet. */
public final class CsvFile {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final String name;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param name without its ending */
    public CsvFile(String name, String... columns) {
        this.name = name;
        row(columns);
    }

    public CsvFile row(String... cells) {
        rows.add(safe(List.of(cells)));
        return this;
    }

    /** The file, to be saved under its name. */
    public ResponseEntity<String> download() {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .body(text());
    }

    public String text() {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Sends a file of any length, of which no more than a row is held.
     *
     * @param name without its ending
     */
    public static void send(String name, List<String> columns, Stream<List<String>> rows, HttpServletResponse response)
            throws IOException {
        response.setContentType(CSV.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(name));
        var csv = CsvWriter.builder().build(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        Stream.concat(Stream.of(columns), rows).map(CsvFile::safe).forEach(csv::writeRecord);
        csv.flush(); // and not closed where it failed: half a file must not look whole
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name + ".csv").build().toString();
    }

    private static List<String> safe(List<String> cells) {
        return cells.stream().map(CsvFile::safe).toList();
    }

    /** A cell that begins like a formula would be run by the spreadsheet, and cells hold what people have typed. */
    private static String safe(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
