package org.clarion.campaigns.totals;

/** One figure of an action: a measure by a value of a dimension. */
record Row(String measure, String dimension, String value) {

    static final String SOURCE = "source";
}
