package org.clarion.messaging.topics;

/** Said once in the life of a process, when the broker is there and has all declared topics. */
public record TopicsReady() {}
