package org.clarion.load;

import java.util.Arrays;
import java.util.List;

/** What happens in each part of a seats drill while everybody wants a place. */
enum SeatPart {
    RUSH(1, "all at once", 0, 1),
    CANCELLING(2, "three in ten cancel", 0.3, 3),
    KILLED(3, "three in ten cancel, and two instances are killed in turn", 0.3, 3),
    RESIZED(4, "three in ten cancel, and staff change the number of places twice", 0.3, 3);

    private static final double SMALLER = 0.8;
    private static final double LARGER = 1.2;

    private final int number;
    private final String says;
    private final double cancelling;
    private final int largestParty;

    SeatPart(int number, String says, double cancelling, int largestParty) {
        this.number = number;
        this.says = says;
        this.cancelling = cancelling;
        this.largestParty = largestParty;
    }

    static SeatPart of(int number) {
        return Arrays.stream(values())
                .filter(part -> part.number == number)
                .findFirst()
                .orElseThrow(() -> new Trouble("There is no part %d of the drill.".formatted(number)));
    }

    /** How staff set the number of places, one after the other. */
    List<Integer> capacities(int places) {
        return this == RESIZED
                ? List.of(places, (int) Math.round(places * SMALLER), (int) Math.round(places * LARGER))
                : List.of(places);
    }

    int number() {
        return number;
    }

    String says() {
        return says;
    }

    /** Share of the parties that cancel once they know how they stand. */
    double cancelling() {
        return cancelling;
    }

    /** In heads. */
    int largestParty() {
        return largestParty;
    }
}
