package org.clarion.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clarion.registrations.RunningService;
import org.clarion.registrations.Site;
import org.clarion.registrations.gathering.Admission;
import org.clarion.registrations.gathering.Admission.Visibility;
import org.clarion.registrations.gathering.Capacity;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.GatheringDesk;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.SampleGatherings;
import org.clarion.registrations.places.Wish;
import org.clarion.registrations.registration.Applications.Result;
import org.clarion.registrations.registration.Appraisal.Ruling;
import org.clarion.registrations.registration.Appraisal.Verdict;
import org.clarion.registrations.registration.Registration.Status;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Staff decide about applications: several at the same time, and where somebody ends in the middle. */
@RunningService
class ApplicationsIT {

    private static final Wish ONE = new Wish(Set.of(1), Mode.IN_PERSON, 1);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Applications applications;

    @Autowired
    Registrations registrations;

    @Autowired
    PublishedMessages messages;

    private Gathering cohort;

    @BeforeEach
    void open() {
        var approval = new Admission(Visibility.PUBLIC, true, 0, List.of(), List.of());
        cohort = new Site(port, context)
                .open(SampleGatherings.outline(
                        Site.freshSlug(),
                        List.of(SampleGatherings.session(1, Site.START)),
                        Set.of(Mode.IN_PERSON),
                        new Capacity(3, null),
                        approval));
    }

    @Test
    void manyAcceptedAtOnceAreNeverMoreThanThereArePlaces() throws Exception {
        var all = new ArrayList<UUID>();
        for (int i = 0; i < 12; i++) {
            all.add(apply());
        }
        var results = new ArrayList<Result>();
        try (var staff = Executors.newVirtualThreadPerTaskExecutor()) {
            // Two members of staff press for each of them at the same time.
            var pressed = new ArrayList<Future<Result>>();
            for (var each : all) {
                for (int i = 0; i < 2; i++) {
                    pressed.add(staff.submit(() -> accept(each)));
                }
            }
            for (var each : pressed) {
                results.add(each.get());
            }
        }
        assertThat(results).filteredOn(Result.DONE::equals).hasSize(3);
        var states = registrations.byId(all).values().stream()
                .map(Registration::status)
                .toList();
        assertThat(states).filteredOn(Status.CONFIRMED::equals).hasSize(3);
        assertThat(states).filteredOn(Status.IN_APPROVAL::equals).hasSize(9);
        assertThat(applications.toDecide(cohort.id())).hasSize(9);
        assertThat(applications.decided(cohort.id(), Verdict.ACCEPT)).hasSize(3);
    }

    @Test
    void whatWasDecidedWhenSomebodyEndedInTheMiddleIsDoneAllTheSame() {
        var accepted = apply();
        var declined = apply();
        keep(accepted, Verdict.ACCEPT);
        keep(declined, Verdict.DECLINE);
        assertThat(accept(accepted)).as("decided already").isEqualTo(Result.CHANGED);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(registrations.find(accepted).orElseThrow().status()).isEqualTo(Status.CONFIRMED);
            assertThat(registrations.find(declined).orElseThrow().status()).isEqualTo(Status.DECLINED);
        });
    }

    @Test
    void anApplicationOfAnotherEventIsNone() {
        var application = apply();
        assertThat(applications.rule(UUID.randomUUID(), application, 1, ruling(Verdict.ACCEPT)))
                .isEqualTo(Result.CHANGED);
        assertThat(applications.rule(cohort.id(), UUID.randomUUID(), 1, ruling(Verdict.ACCEPT)))
                .isEqualTo(Result.CHANGED);
        assertThat(registrations.find(application).orElseThrow().isRuled()).isFalse();
    }

    @Test
    void whoeverWaitsForStaffIsToldThatTheEventIsCancelled() {
        var application = apply();
        new Site(port, context).take(GatheringDesk.CANCEL, cohort);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(
                                registrations.find(application).orElseThrow().status())
                        .isEqualTo(Status.CANCELLED));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(messages.on(
                                "mail-request.v1",
                                message -> application.toString().equals(message.key())))
                        .extracting(
                                message -> message.json().required("purpose").asString())
                        .contains(Registration.CALLED_OFF_MAIL));
    }

    private UUID apply() {
        var id = new Crowd(context).keep(cohort, ONE);
        registrations.change(id, current -> current.apply(Instant.now()));
        return id;
    }

    private Result accept(UUID application) {
        return applications.rule(cohort.id(), application, 1, ruling(Verdict.ACCEPT));
    }

    /** As an instance that ends before it has asked the places. */
    private void keep(UUID application, Verdict verdict) {
        registrations.change(application, current -> Optional.of(current.rule(ruling(verdict), 1, Instant.now())));
    }

    private static Ruling ruling(Verdict verdict) {
        return new Ruling(verdict, null, SampleGatherings.ADA, Instant.now());
    }
}
