package org.clarion.places;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;

/** Imports a real file and prints what a lookup costs, as typed text and as a parsed postcode. Run by hand. */
final class LookupBenchmark {

    private LookupBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var source = Path.of(arguments[0]);
        var table = Path.of(arguments[1]);
        System.out.println(PlacesImport.run(source, table));

        var typed = new ArrayList<String>();
        new PostcodeSource(source).forEach(row -> typed.add(row.postcode()));
        Collections.shuffle(typed, new Random(1));
        var parsed =
                typed.stream().map(text -> Postcode.parse(text).orElseThrow()).toList();
        var places = Places.from(table, new Constituencies());
        for (int round = 1; round <= 5; round++) {
            report(
                    "typed ",
                    typed.size(),
                    round,
                    typed.stream().map(places::find).filter(Optional::isPresent)::count);
            report(
                    "parsed",
                    parsed.size(),
                    round,
                    parsed.stream().map(places::find).filter(Optional::isPresent)::count);
        }
    }

    private static void report(String what, int lookups, int round, LongSupplier work) {
        long start = System.nanoTime();
        long found = work.getAsLong();
        long each = (System.nanoTime() - start) / lookups;
        System.out.printf("round %d, %s: %,d of %,d found, %,d ns each%n", round, what, found, lookups, each);
    }
}
