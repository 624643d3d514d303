package org.clarion.letters.representative;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks the Members API, one run long. When it says "later" to one request, all of them wait; what does not pass after some
 * tries, or would have to wait longer than the run's patience, ends the run.
 */
final class ParliamentLine {

    /** Waits; another one in tests. */
    interface Pause {
        void lasting(Duration time) throws InterruptedException;
    }

    private static final int TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);

    private final RestClient client;
    private final Clock clock;
    private final Pause pause;
    private final Instant patienceEnds;
    private final AtomicReference<Instant> notBefore = new AtomicReference<>(Instant.MIN);

    ParliamentLine(MemberSettings settings, Clock clock, Pause pause) {
        var http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(settings.timeout());
        this.client = RestClient.builder()
                .baseUrl(settings.api())
                .requestFactory(requests)
                .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .build();
        this.clock = clock;
        this.pause = pause;
        this.patienceEnds = clock.instant().plus(settings.patience());
    }

    /** @param later when to come again; null where the answer did not say "later" */
    private record Answer<T>(
            HttpStatusCode status,
            @Nullable T body,
            @Nullable Instant later) {}

    /**
     * @return empty where there is no such thing
     * @throws SourceTrouble where no usable answer was to be had
     */
    <T> Optional<T> get(Class<T> type, String path, Object... variables) {
        for (int i = 1; ; i++) {
            awaitTurn();
            var again = clock.instant().plus(FIRST_WAIT.multipliedBy(1L << (i - 1)));
            try {
                var answer = ask(type, path, variables);
                if (answer.status().is2xxSuccessful()) {
                    return Optional.of(Optional.ofNullable(answer.body())
                            .orElseThrow(() -> new SourceTrouble(path + " answers without a body")));
                }
                if (answer.status().isSameCodeAs(HttpStatus.NOT_FOUND)) {
                    return Optional.empty();
                }
                if (i == TRIES || !passes(answer.status())) {
                    throw new SourceTrouble(
                            "%s answers %d".formatted(path, answer.status().value()));
                }
                comeBack(answer.later() == null ? again : answer.later(), path);
            } catch (ResourceAccessException e) {
                if (i == TRIES || Thread.currentThread().isInterrupted()) {
                    throw new SourceTrouble(path + " does not answer", e);
                }
                comeBack(again, path);
            } catch (RestClientException e) {
                throw new SourceTrouble(path + " answers with something else than was agreed", e);
            }
        }
    }

    private <T> Answer<T> ask(Class<T> type, String path, Object... variables) {
        return client.get().uri(path, variables).exchange((_, response) -> {
            var status = response.getStatusCode();
            return status.is2xxSuccessful()
                    ? new Answer<>(status, response.bodyTo(type), null)
                    : new Answer<>(status, null, later(response.getHeaders()));
        });
    }

    private static boolean passes(HttpStatusCode status) {
        return status.is5xxServerError() || status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS);
    }

    /** {@code Retry-After}, in seconds or as a date. */
    private @Nullable Instant later(HttpHeaders headers) {
        var said = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (said == null) {
            return null;
        }
        try {
            return said.strip().matches("\\d{1,9}")
                    ? clock.instant().plusSeconds(Long.parseLong(said.strip()))
                    : ZonedDateTime.parse(said.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void comeBack(Instant at, String path) {
        if (at.isAfter(patienceEnds)) {
            throw new SourceTrouble("%s asks to come again at %s".formatted(path, at));
        }
        notBefore.accumulateAndGet(at, (one, other) -> one.isAfter(other) ? one : other);
    }

    private void awaitTurn() {
        try {
            for (var turn = notBefore.get(); clock.instant().isBefore(turn); turn = notBefore.get()) {
                pause.lasting(Duration.between(clock.instant(), turn));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceTrouble("interrupted", e);
        }
    }
}
