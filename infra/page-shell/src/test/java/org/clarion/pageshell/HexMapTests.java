package org.clarion.pageshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.clarion.pageshell.HexMap.Area;
import org.clarion.pageshell.HexMap.Hexagon;
import org.clarion.pageshell.HexMap.Shade;
import org.junit.jupiter.api.Test;

class HexMapTests {

    @Test
    void nothingHasNoShade() {
        var map = HexMap.of(List.of(new Area("Foyle", 42, -15, 0)));

        assertThat(map.hexagons()).extracting(Hexagon::shade).containsExactly(0);
        assertThat(map.legend()).isEmpty();
    }

    @Test
    void shadesHaveAboutAsManyAreasEach() {
        var map = HexMap.of(IntStream.rangeClosed(1, 100)
                .mapToObj(number -> new Area("A" + number, number, 0, number == 100 ? 1_000_000 : number))
                .toList());

        for (var shade = 1; shade <= HexMap.SHADES; shade++) {
            var wanted = shade;
            assertThat(map.hexagons())
                    .filteredOn(each -> each.shade() == wanted)
                    .hasSize(20);
        }
    }

    @Test
    void theLegendCoversEveryCountOnce() {
        var map = HexMap.of(List.of(area(1), area(1), area(2), area(7), area(9)));

        assertThat(map.legend())
                .containsExactly(new Shade(2, 1, 1), new Shade(3, 2, 2), new Shade(4, 3, 7), new Shade(5, 8, 9));
        assertThat(map.hexagons()).extracting(Hexagon::shade).containsExactly(2, 2, 3, 4, 5);
    }

    @Test
    void northIsUpAndOddRowsStandHalfwayBetween() {
        var map = HexMap.of(List.of(new Area("north", 1, 1, 0), new Area("south", 1, 0, 0)));
        var north = map.hexagons().getFirst();
        var south = map.hexagons().getLast();

        assertThat(Double.parseDouble(north.y())).isLessThan(Double.parseDouble(south.y()));
        assertThat(Double.parseDouble(north.x()) - Double.parseDouble(south.x()))
                .isEqualTo(0.5);
    }

    private static Area area(long count) {
        return new Area("A", (int) count, 0, count);
    }
}
