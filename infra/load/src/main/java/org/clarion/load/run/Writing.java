package org.clarion.load.run;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.clarion.load.people.Crowd;
import org.clarion.load.people.Signer;
import org.clarion.load.platform.LetterAction;
import org.clarion.load.platform.Visitor;
import org.clarion.load.platform.Visitor.ComeBack;

/** People of a crowd write to their MP, each once: some with the words they were given, most with some of their own. */
public final class Writing {

    private static final String LINK = "https?://[^\\s<>\"]+/letters/[^/\\s<>\"]+/%s/[\\w.-]*\\w";
    private static final Pattern CONFIRM = Pattern.compile(LINK.formatted("confirm"));
    private static final Pattern REWORD = Pattern.compile(LINK.formatted("reword"));

    /** One in so many names the MP in their own words. */
    private static final int NAMING = 6;

    private static final double AS_GIVEN = 0.3;
    private static final int HIGHEST_HOUSE = 180;
    private static final int HIGHEST_BELFAST_DISTRICT = 80;
    private static final List<String> STREETS = List.of(
            "Lantern Row",
            "Orchard Mews",
            "Tidewell Road",
            "Upper Quay",
            "Heron Close",
            "Bellfounders Lane",
            "Mill View");
    private static final List<String> TOWNS =
            List.of("Saltmere", "Harrowby St John", "Llanfechan Isaf", "Kirkdunnan", "Ballyorran", "Nether Copse");
    private static final List<String> OWN = List.of(
            "My neighbour has waited for an answer since the spring, and I see what it does to her.",
            "I have worked in a school for eleven years and have never been as worried about it as now.",
            "My son asked me at breakfast why nobody does anything. I had no good reply – perhaps you have.",
            "We talked about this at our allotment last Sunday; everybody there wants to hear what you think.",
            "I do not agree with you on much, but on this I hope that we see the same thing.",
            "As a nurse on nights I meet the people whom this is about, and they are nothing like what the papers say.");

    private final Visitors visitors;
    private final LetterAction action;
    private final Crowd crowd;
    private final LongAdder accepted = new LongAdder();

    public Writing(Visitors visitors, LetterAction action, Crowd crowd) {
        this.visitors = visitors;
        this.action = action;
        this.crowd = crowd;
    }

    /** People confirm what they wrote; as {@link Following#Following}. */
    public static Following confirming(Path mail, String addresses, Visitors visitors, int people, Failure failure) {
        return new Following(
                mail, addresses, CONFIRM, (visitor, _, link) -> visitor.follow(link), visitors, people, failure);
    }

    /** People change words that name somebody who is no longer there; as {@link Following#Following}. */
    public static Following rewording(
            Path mail, String addresses, LetterAction action, Visitors visitors, Failure failure) {
        var words = Map.of("body", OWN.getFirst() + "\n\n" + action.body());
        return new Following(
                mail, addresses, REWORD, (visitor, _, link) -> visitor.follow(link, words), visitors, 1, failure);
    }

    public void write(long number) {
        var signer = crowd.signer(number);
        var random = new Random(number * 31 + signer.email().hashCode());
        random.nextInt(); // neighbouring seeds give neighbouring first figures
        var attempt = UUID.nameUUIDFromBytes(signer.email().getBytes(StandardCharsets.UTF_8))
                .toString();
        var letter = letter(signer, random);
        visitors.send(visitor -> {
            var member = member(visitor, signer);
            letter.put("body", body(number % NAMING == 0 ? member : Optional.empty(), new Random(number)));
            visitor.submit("/api/letter-actions/" + action.slug() + "/letters", letter, attempt);
        });
        accepted.increment();
    }

    /** Who represents somebody, as they are told when they begin; empty for a vacant seat. */
    private static Optional<String> member(Visitor visitor, Signer signer) throws ComeBack {
        var where = signer.constituency() == null
                ? "postcode=" + URLEncoder.encode(String.valueOf(signer.postcode()), StandardCharsets.UTF_8)
                : "constituency=" + signer.constituency();
        var name = visitor.read("/api/representatives?" + where).at("/representative/name");
        return name.isString() ? Optional.of(name.asString()) : Optional.empty();
    }

    private Map<String, Object> letter(Signer signer, RandomGenerator random) {
        var letter = new LinkedHashMap<String, Object>();
        letter.put("name", signer.name());
        letter.put("email", signer.email());
        letter.put(
                "address",
                "%d %s\n%s".formatted(1 + random.nextInt(HIGHEST_HOUSE), pick(STREETS, random), pick(TOWNS, random)));
        letter.put("postcode", signer.postcode() == null ? northernIrish(random) : signer.postcode());
        letter.put("country", signer.country());
        if (signer.constituency() != null) {
            letter.put("constituency", signer.constituency());
        }
        letter.put("language", "en");
        letter.put("consent", Map.of("updates", signer.updates(), "wording", action.consentWording()));
        letter.put("source", signer.source());
        letter.put("textVersion", action.textVersion());
        return letter;
    }

    /** Well formed, and in no table that anybody may use. */
    private static String northernIrish(RandomGenerator random) {
        return "BT%d %d%s"
                .formatted(
                        1 + random.nextInt(HIGHEST_BELFAST_DISTRICT),
                        1 + random.nextInt(9),
                        pick(List.of("AB", "DN", "HJ", "LQ", "RX"), random));
    }

    private String body(Optional<String> named, RandomGenerator random) {
        if (named.isPresent()) {
            return "I have heard %s speak about fairness, and I remember it.\n\n%s"
                    .formatted(named.get(), action.body());
        }
        if (random.nextDouble() < AS_GIVEN) {
            return action.body();
        }
        return random.nextBoolean()
                ? pick(OWN, random) + "\n\n" + action.body()
                : action.body() + "\n\n" + pick(OWN, random);
    }

    private static String pick(List<String> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }

    public long accepted() {
        return accepted.sum();
    }
}
