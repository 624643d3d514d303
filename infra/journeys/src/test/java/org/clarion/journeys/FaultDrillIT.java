package org.clarion.journeys;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.clarion.journeys.Mailbox.Mail;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 500 people sign and confirm while every part is killed once, without warning, and started again.
 * {@code -Ddrill.seed=…} repeats an order of kills, {@code -Ddrill.times=20} goes on with others.
 */
@OnThePlatform
class FaultDrillIT {

    private static final String PETITION = "companies-must-answer";
    private static final List<String> PARTS = List.of("petitions", "notifications", "campaigns", "kafka", "mongodb");
    private static final int SIGNATURES_PER_KILL = 100;
    private static final int SIGNATURES = PARTS.size() * SIGNATURES_PER_KILL;
    private static final int BEFORE_THE_KILL = 30;
    private static final Duration DRILL = Duration.ofMinutes(12);
    private static final Duration SETTLING = Duration.ofMinutes(4);
    private static final Pattern TOTAL = Pattern.compile("\"total\"\\s*:\\s*\"?(\\d+)");

    private final RunningPlatform platform;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();

    FaultDrillIT(RunningPlatform platform) {
        this.platform = platform;
    }

    static LongStream seeds() {
        var seed = Long.getLong("drill.seed");
        return seed == null
                ? LongStream.generate(System::nanoTime).limit(Integer.getInteger("drill.times", 1))
                : LongStream.of(seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsLostAndNothingCountsTwice(long seed) throws Exception {
        var run = Long.toString(seed, 36).replace("-", "m");
        var order = new ArrayList<>(PARTS);
        Collections.shuffle(order, new Random(seed));
        System.out.printf("Fault drill with -Ddrill.seed=%d: %s%n", seed, order);

        try (var supporters = new Supporters(platform);
                var signing = Executors.newFixedThreadPool(8);
                var confirming = Executors.newFixedThreadPool(4);
                var stores = new Stores(platform)) {
            var confirmer = confirming.submit(() -> confirmMails(run, supporters, confirming));
            for (var index = 0; index < order.size(); index++) {
                signDuringAKill(order.get(index), run + "-" + index, supporters, signing);
            }
            confirmer.get(SETTLING.toSeconds(), TimeUnit.SECONDS);

            assertThat(acknowledged).hasSize(SIGNATURES).isEqualTo(confirmed);
            var petition = stores.one("petitions", "petitions", Filters.eq("slug", PETITION))
                    .get("_id");
            var ours =
                    Filters.and(Filters.eq("petition", petition), Filters.regex("details.by.email", "^drill-" + run));
            assertThat(stores.count("petitions", "signatures", ours))
                    .as("stored")
                    .isEqualTo(SIGNATURES);
            var inTheStore = stores.count(
                    "petitions",
                    "signatures",
                    Filters.and(Filters.eq("petition", petition), Filters.eq("status", "CONFIRMED")));
            await("counted = confirmed")
                    .atMost(SETTLING)
                    .untilAsserted(() ->
                            assertThat(total(supporters)).isEqualTo(inTheStore).isGreaterThanOrEqualTo(SIGNATURES));
            await("outbox empty")
                    .atMost(SETTLING)
                    .untilAsserted(() -> assertThat(stores.waitingToBeSent()).isEmpty());
            assertThat(mailIds(run))
                    .as("people who got mail")
                    .hasSize(SIGNATURES)
                    .allSatisfy(
                            (to, ids) -> assertThat(ids).as("mails to %s", to).hasSize(1));
            assertThat(stores.deadLetters()).as("dead letters").isEmpty();
        }
    }

    private void signDuringAKill(String part, String group, Supporters supporters, ExecutorService people) {
        var before = acknowledged.size();
        var signing = IntStream.range(0, SIGNATURES_PER_KILL)
                .mapToObj(number -> "drill-%s-%d@example.org".formatted(group, number))
                .map(email -> CompletableFuture.runAsync(
                        () -> {
                            supporters.sign(PETITION, email, "SW1A 1AA");
                            acknowledged.add(email);
                        },
                        people))
                .toList();
        await("signatures before the kill of " + part)
                .atMost(SETTLING)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> nobodyGaveUp(signing) && acknowledged.size() >= before + BEFORE_THE_KILL);
        platform.kill(part);
        platform.restart(part);
        await("signatures through the kill of " + part)
                .atMost(SETTLING)
                .until(() -> nobodyGaveUp(signing) && acknowledged.size() == before + SIGNATURES_PER_KILL);
    }

    /** Confirms each mail as it comes in, until everybody has. */
    private void confirmMails(String run, Supporters supporters, ExecutorService people) {
        var taken = new HashSet<String>();
        var confirming = new ArrayList<CompletableFuture<Void>>();
        await("everybody confirmed")
                .atMost(DRILL)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    platform.mails().all().stream()
                            .filter(mail -> mail.to().startsWith("drill-" + run) && taken.add(mail.to()))
                            .forEach(mail -> confirming.add(CompletableFuture.runAsync(
                                    () -> {
                                        supporters.confirm(mail.link("/petitions/" + PETITION));
                                        confirmed.add(mail.to());
                                    },
                                    people)));
                    return nobodyGaveUp(confirming) && confirmed.size() == SIGNATURES;
                });
    }

    /** True, or the reason why somebody could not go on. */
    private static boolean nobodyGaveUp(List<CompletableFuture<Void>> work) {
        work.stream().filter(CompletableFuture::isCompletedExceptionally).forEach(CompletableFuture::join);
        return true;
    }

    /** The Message-IDs of all mails to each person of this run. */
    private Map<String, Set<String>> mailIds(String run) {
        return platform.mails().all().stream()
                .filter(mail -> mail.to().startsWith("drill-" + run))
                .collect(groupingBy(Mail::to, mapping(Mail::id, toSet())));
    }

    private static long total(Supporters supporters) {
        var found = TOTAL.matcher(supporters.read("/api/petitions/" + PETITION + "/totals"));
        assertThat(found.find()).as("a total").isTrue();
        return Long.parseLong(found.group(1));
    }
}
