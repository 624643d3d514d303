package org.clarion.load.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.clarion.places.Places;
import org.jspecify.annotations.Nullable;

/** Real postcodes of each constituency, as far as the table has any; a few hundred of each are enough. */
public final class PostcodePool {

    private static final int ENOUGH = 300;

    private final Map<String, List<String>> byConstituency;

    private PostcodePool(Map<String, List<String>> byConstituency) {
        this.byConstituency = byConstituency;
    }

    static PostcodePool none() {
        return new PostcodePool(Map.of());
    }

    public static PostcodePool of(Places places) {
        var postcodes = new TreeMap<String, List<String>>();
        places.forEach((postcode, constituency) -> {
            var here = postcodes.computeIfAbsent(constituency.code(), code -> new ArrayList<>());
            if (here.size() < ENOUGH) {
                here.add(postcode.formatted());
            }
        });
        return new PostcodePool(postcodes);
    }

    public Set<String> constituencies() {
        return byConstituency.keySet();
    }

    /** A postcode, or null where none is known, as in all of Northern Ireland. */
    @Nullable String in(String constituency, RandomGenerator random) {
        var here = byConstituency.getOrDefault(constituency, List.of());
        return here.isEmpty() ? null : here.get(random.nextInt(here.size()));
    }
}
