package org.clarion.load;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures as people read them: a line each. */
final class Table {

    private static final int FAULTS_SHOWN = 25;

    private final StringBuilder lines = new StringBuilder();

    Table row(String what, String figure, Object... values) {
        lines.append("%-20s %s%n".formatted(what, figure.formatted(values)));
        return this;
    }

    /** The first of them a line each, under how many there are. */
    Table faults(String what, List<String> faults) {
        row(what, "%,d", faults.size());
        faults.stream().limit(FAULTS_SHOWN).forEach(fault -> row("", "%s", fault));
        return this;
    }

    /** {@code 3 letters, 2 mail} */
    static String parts(Map<String, Integer> parts) {
        return parts.isEmpty()
                ? "none"
                : parts.entrySet().stream()
                        .map(part -> "%,d %s".formatted(part.getValue(), part.getKey()))
                        .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
