package org.clarion.pageshell;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Areas of a country as hexagons of one size, the darker the more is counted in them. */
public final class HexMap {

    /** Shades for areas with anything in them. */
    public static final int SHADES = 5;

    private static final double ROW = Math.sqrt(3) / 2;
    private static final double RADIUS = 1 / Math.sqrt(3);

    /**
     * @param column in odd-r layout, to the right
     * @param row upwards
     */
    public record Area(String name, int column, int row, long count) {}

    /** @param shade 0 for nothing, then 1 to {@value #SHADES} */
    public record Hexagon(String name, long count, int shade, String x, String y) {}

    /** The counts that have a shade, both ends included. */
    public record Shade(int shade, long from, long to) {}

    private final List<Area> areas;
    private final long[] ends;

    private HexMap(List<Area> areas, long[] ends) {
        this.areas = areas;
        this.ends = ends;
    }

    /** Each shade covers about as many areas as each other, so that one city does not pale all the rest. */
    public static HexMap of(List<Area> areas) {
        var counts = areas.stream()
                .mapToLong(Area::count)
                .filter(count -> count > 0)
                .sorted()
                .toArray();
        var ends = IntStream.rangeClosed(1, SHADES)
                .filter(_ -> counts.length > 0)
                .mapToLong(shade -> counts[Math.max(0, counts.length * shade / SHADES - 1)])
                .distinct()
                .toArray();
        return new HexMap(List.copyOf(areas), ends);
    }

    public List<Hexagon> hexagons() {
        return areas.stream()
                .map(area ->
                        new Hexagon(area.name(), area.count(), shadeOf(area.count()), figure(x(area)), figure(y(area))))
                .toList();
    }

    /** What the shades mean, the lightest first. */
    public List<Shade> legend() {
        return IntStream.range(0, ends.length)
                .mapToObj(index -> new Shade(shadeAt(index), index == 0 ? 1 : ends[index - 1] + 1, ends[index]))
                .toList();
    }

    /** Of the SVG: left, top, width, height. */
    public String viewBox() {
        var left = areas.stream().mapToDouble(HexMap::x).min().orElse(0) - RADIUS;
        var right = areas.stream().mapToDouble(HexMap::x).max().orElse(0) + RADIUS;
        var top = areas.stream().mapToDouble(HexMap::y).min().orElse(0) - RADIUS;
        var bottom = areas.stream().mapToDouble(HexMap::y).max().orElse(0) + RADIUS;
        return "%s %s %s %s".formatted(figure(left), figure(top), figure(right - left), figure(bottom - top));
    }

    private int shadeOf(long count) {
        return count <= 0
                ? 0
                : shadeAt((int) IntStream.range(0, ends.length)
                        .filter(index -> ends[index] < count)
                        .count());
    }

    /** Fewer shades than there are spread over the whole range, the darkest always used. */
    private int shadeAt(int index) {
        return SHADES - ends.length + 1 + index;
    }

    private static double x(Area area) {
        return area.column() + (Math.floorMod(area.row(), 2) == 1 ? 0.5 : 0);
    }

    private static double y(Area area) {
        return -area.row() * ROW;
    }

    private static String figure(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }
}
