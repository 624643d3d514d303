package org.clarion.notifications.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.clarion.notifications.allowance.DailyAllowance.Wish;
import org.clarion.notifications.sending.NotificationsTest;
import org.clarion.supporters.EmailAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NotificationsTest
class DailyAllowanceIT {

    private static final Instant EVENING = Instant.parse("2026-07-14T21:59:59Z");
    private static final Instant NEXT_DAY_IN_LONDON = Instant.parse("2026-07-14T23:00:00Z");

    @Autowired
    DailyAllowance allowance;

    private static EmailAddress somebody() {
        return new EmailAddress(UUID.randomUUID() + "@example.org");
    }

    private static List<Wish> wishes(EmailAddress address, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Wish(UUID.randomUUID(), address))
                .toList();
    }

    @Test
    void fiveADayAndNotOneMore() {
        var ada = somebody();

        assertThat(allowance.take(wishes(ada, 3), EVENING)).hasSize(3);
        assertThat(allowance.take(wishes(ada, 4), EVENING)).hasSize(2);
        assertThat(allowance.take(wishes(ada, 1), EVENING)).isEmpty();
    }

    @Test
    void aMailThatIsTriedAgainTakesNoSecondPlace() {
        var ada = somebody();
        var five = wishes(ada, 5);
        allowance.take(five, EVENING);

        assertThat(allowance.take(five, EVENING)).hasSize(5);
        assertThat(allowance.take(wishes(ada, 1), EVENING)).isEmpty();
    }

    @Test
    void everySpellingOfAMailboxIsOneAddress() {
        var local = UUID.randomUUID().toString();
        var spellings = List.of(
                local + "@example.org", local.toUpperCase(Locale.ROOT) + "@EXAMPLE.org", local + "+tag@example.org");
        var wishes = IntStream.range(0, 9)
                .mapToObj(i -> new Wish(UUID.randomUUID(), new EmailAddress(spellings.get(i % 3))))
                .toList();

        assertThat(allowance.take(wishes, EVENING)).hasSize(5);
    }

    @Test
    void theDayChangesInLondon() {
        var ada = somebody();
        allowance.take(wishes(ada, 5), EVENING);

        assertThat(allowance.take(wishes(ada, 1), NEXT_DAY_IN_LONDON)).hasSize(1);
        assertThat(allowance.tomorrow(EVENING)).isEqualTo(NEXT_DAY_IN_LONDON);
        assertThat(allowance.tomorrow(Instant.parse("2026-01-14T23:30:00Z"))).isEqualTo("2026-01-15T00:00:00Z");
    }

    @Test
    void otherPeopleAreNotTouched() {
        var ada = somebody();
        var wishes = new ArrayList<>(wishes(ada, 7));
        wishes.addAll(wishes(somebody(), 2));

        assertThat(allowance.take(wishes, EVENING)).hasSize(7);
    }

    @Test
    void whoeverAsksAtTheSameMomentTogetherTheyGetFive() throws Exception {
        for (int round = 0; round < 20; round++) {
            var ada = somebody();
            var askers = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> allowance.take(wishes(ada, 2), EVENING).size())
                    .toList();
            int sum = 0;
            try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var answer : together.invokeAll(askers)) {
                    sum += answer.get();
                }
            }
            assertThat(sum).isEqualTo(5);
        }
    }
}
