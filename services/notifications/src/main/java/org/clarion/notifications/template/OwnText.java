package org.clarion.notifications.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a person wrote: lines as they were, with a blank one between paragraphs. */
record OwnText(List<List<String>> paragraphs) {

    static OwnText of(String given) {
        var paragraphs = new ArrayList<List<String>>();
        var paragraph = new ArrayList<String>();
        for (var line : CleanValue.of(given).split("\n")) {
            if (!line.isBlank()) {
                paragraph.add(line.stripTrailing());
            } else if (!paragraph.isEmpty()) {
                paragraphs.add(List.copyOf(paragraph));
                paragraph.clear();
            }
        }
        if (!paragraph.isEmpty()) {
            paragraphs.add(List.copyOf(paragraph));
        }
        return new OwnText(List.copyOf(paragraphs));
    }

    /** As plain text. */
    @Override
    public String toString() {
        return paragraphs.stream().map(lines -> String.join("\n", lines)).collect(Collectors.joining("\n\n"));
    }
}
