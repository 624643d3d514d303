package org.clarion.load.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.clarion.load.people.Party.OnOffer;

/** Everybody who comes to one gathering; the same seed brings the same parties with the same intentions. */
public final class Parties {

    private static final double TAKE = 0.75;
    private static final double DECLINE = 0.15;

    private final List<Party> all = new ArrayList<>();
    private final Map<String, Party> byEmail;
    private final String addresses;

    /**
     * @param cancelling share of them who cancel
     * @param largest how many heads a party has at most
     */
    public Parties(int count, long seed, double cancelling, int largest) {
        var crowd = Crowd.of(count, seed);
        var random = new Random(seed);
        for (int i = 0; i < count; i++) {
            all.add(new Party(
                    crowd.signer(i), 1 + random.nextInt(largest), random.nextDouble() < cancelling, onOffer(random)));
        }
        byEmail = all.stream().collect(Collectors.toMap(Party::email, Function.identity()));
        addresses = crowd.addresses();
    }

    private static OnOffer onOffer(RandomGenerator random) {
        var chance = random.nextDouble();
        return chance < TAKE ? OnOffer.TAKE : chance < TAKE + DECLINE ? OnOffer.DECLINE : OnOffer.LEAVE;
    }

    public int size() {
        return all.size();
    }

    /** @param number from 0 */
    public Party get(int number) {
        return all.get(number);
    }

    /** By mail address. */
    public Map<String, Party> byEmail() {
        return byEmail;
    }

    /** How their addresses end. */
    public String addresses() {
        return addresses;
    }
}
