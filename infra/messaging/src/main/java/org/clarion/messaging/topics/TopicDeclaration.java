package org.clarion.messaging.topics;

import java.util.Map;

/**
 * A topic as the contracts declare it.
 *
 * @param name its address, such as {@code signature.v1}
 * @param role what it carries
 * @param partitions fixed at first creation
 * @param config topic configuration by Kafka's own names
 */
public record TopicDeclaration(String name, Role role, int partitions, Map<String, String> config) {

    public enum Role {
        /** Catalogue entries of actions: state, compacted. */
        ACTION,
        /** What people did in actions: state, compacted. */
        PARTICIPATION,
        /** Any other state, compacted. */
        STATE,
        /** Something asked for or reported, kept for a while. */
        REQUEST
    }

    public boolean isState() {
        return role != Role.REQUEST;
    }
}
