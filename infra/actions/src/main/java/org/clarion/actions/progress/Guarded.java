package org.clarion.actions.progress;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.clarion.places.Constituency;

/**
 * Counts by constituency that point at nobody.
 *
 * <p>Below 5 a count is not told. All constituencies are listed, so that an absent one says nothing either. Where only one or two
 * are below 5, one more is withheld, whatever its count: otherwise the untold rest of the country's total would tell it. Which one
 * does not depend on its count, and how many took part in the United Kingdom without a known constituency is told nowhere.
 */
public final class Guarded {

    /** Below this a count is not told. */
    public static final long TELLABLE = 5;

    private static final String FEW = "<5";
    private static final String WITHHELD = "withheld";
    private static final int TOO_FEW_TO_HIDE_AMONG = 2;

    private Guarded() {}

    /** @return code → a count, or what is said instead; every constituency, by code */
    public static Map<String, Object> counts(List<Constituency> all, Map<String, Long> exact) {
        var told = new TreeMap<String, Object>();
        for (var constituency : all) {
            var count = exact.getOrDefault(constituency.code(), 0L);
            told.put(constituency.code(), count < TELLABLE ? FEW : count);
        }
        var few = told.entrySet().stream()
                .filter(entry -> entry.getValue().equals(FEW))
                .map(Map.Entry::getKey)
                .toList();
        if (!few.isEmpty() && few.size() <= TOO_FEW_TO_HIDE_AMONG) {
            withholdNextTo(few.getFirst(), told);
        }
        return told;
    }

    private static void withholdNextTo(String code, TreeMap<String, Object> told) {
        for (var i = 0; i < told.size(); i++) {
            var next = told.higherKey(code);
            code = next == null ? told.firstKey() : next;
            if (!Objects.equals(told.get(code), FEW)) {
                told.put(code, WITHHELD);
                return;
            }
        }
    }
}
