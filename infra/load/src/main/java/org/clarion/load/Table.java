package org.clarion.load;

/** Figures as people read them: a line each. */
final class Table {

    private final StringBuilder lines = new StringBuilder();

    Table row(String what, String figure, Object... values) {
        lines.append("%-20s %s%n".formatted(what, figure.formatted(values)));
        return this;
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
