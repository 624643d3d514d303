package org.clarion.messaging.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTests {

    private final Topics topics = Topics.declared();

    @Test
    void aTopicIsReadWithEverythingThatItsDeclarationSays() {
        assertThat(topics.all())
                .filteredOn(topic -> topic.name().equals("note.v1"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.partitions()).isEqualTo(3);
                    assertThat(note.isState()).isTrue();
                    assertThat(note.config())
                            .containsEntry("cleanup.policy", "compact")
                            .containsEntry("segment.ms", "86400000")
                            .containsEntry("max.compaction.lag.ms", "259200000");
                });
    }

    @Test
    void topicsAreFoundByTheirRole() {
        assertThat(topics.named(TopicDeclaration.Role.STATE)).containsExactly("note.v1");
        assertThat(topics.named(TopicDeclaration.Role.PARTICIPATION)).isEmpty();
    }

    @Test
    void everyTopicHasOneForItsDeadLettersWithAsManyPartitionsForAWeek() {
        assertThat(topics.withDeadLetters())
                .hasSize(2 * topics.all().size())
                .filteredOn(topic -> topic.name().equals("note.v1.dlt"))
                .singleElement()
                .satisfies(letters -> {
                    assertThat(letters.partitions()).isEqualTo(3);
                    assertThat(letters.config())
                            .containsEntry("cleanup.policy", "delete")
                            .containsEntry("retention.ms", "604800000");
                });
    }
}
