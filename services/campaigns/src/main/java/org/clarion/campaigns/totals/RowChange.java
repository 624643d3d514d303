package org.clarion.campaigns.totals;

/** By how much a figure moves. */
record RowChange(Row row, long by) {}
