package org.clarion.campaigns.totals;

/** A message on its way to {@code total.v1} or {@code total-minute.v1}. */
record Outgoing(String topic, int partition, byte[] body) {}
