package org.clarion.campaigns.totals;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.clarion.messaging.listening.PassingFailure;
import org.clarion.messaging.topics.TopicDeclaration;
import org.clarion.messaging.topics.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts a generation in the place of another without a number falling: once the new one is near, the old one stops; once the
 * new one has read all that the old one had, a mark is sent through it, behind everything that it still has to count. Every
 * step may be taken again, by this or another instance.
 */
@Component
class GenerationSwitch {

    private static final Logger log = LoggerFactory.getLogger(GenerationSwitch.class);
    private static final long PATIENCE_SECONDS = 10;

    private final GenerationPlans plans;
    private final Topics topics;
    private final KafkaAdmin kafka;
    private final ProducerFactory<String, byte[]> producers;
    private @Nullable Map<TopicPartition, Long> marks;

    GenerationSwitch(
            GenerationPlans plans, Topics topics, KafkaAdmin kafka, ProducerFactory<String, byte[]> producers) {
        this.plans = plans;
        this.topics = topics;
        this.kafka = kafka;
        this.producers = producers;
    }

    CountingProgress progress() {
        return new CountingProgress(
                Admin.create(kafka.getConfigurationProperties()), topics.named(TopicDeclaration.Role.PARTICIPATION));
    }

    /** Takes the next step that can be taken now. */
    void advance(GenerationPlan plan) {
        var building = plan.building();
        if (building == null) {
            marks = null;
            return;
        }
        try (var progress = progress()) {
            if (!plan.switching()) {
                marks = null;
                if (progress.isNear(building)) {
                    plans.startSwitching(building);
                }
            } else if (progress.isStopped(plan.current()) && progress.hasPassed(building, plan.current())) {
                finish(progress, building);
            }
        }
    }

    private void finish(CountingProgress progress, int building) {
        if (marks == null) {
            marks = mark(progress, building);
        } else if (progress.hasCounted(building, marks)) {
            marks = null;
            if (plans.complete(building)) {
                log.info("Totals of generation {} are shown from now on", building);
                progress.forgetBefore(building);
            }
        }
    }

    private Map<TopicPartition, Long> mark(CountingProgress progress, int building) {
        var mark = Steps.serde().serializer().serialize("", new Step.CaughtUp());
        var offsets = new HashMap<TopicPartition, Long>();
        try (var producer = producers.createProducer()) {
            for (var partition : progress.changesOf(building)) {
                var record = new ProducerRecord<>(partition.topic(), partition.partition(), "", mark);
                var sent = producer.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                offsets.put(partition, sent.offset());
            }
            return offsets;
        } catch (ExecutionException | TimeoutException e) {
            throw new PassingFailure("The mark of generation " + building + " was not sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PassingFailure("Interrupted", e);
        }
    }
}
