package org.clarion.journeys;

import java.util.UUID;

/** Somebody who writes to their MP, step by step, in the action of the demonstration. */
final class Writer {

    static final String ACTION = "/letters/ask-your-mp-for-a-limit";
    static final String TITLE = "Ask your MP for a 28-day limit";
    static final String OWN_WORDS = "My neighbour was held for seven months and never knew when it would end.";

    private final RunningPlatform platform;
    private final Visitor visitor;
    private final String name = "writer-" + UUID.randomUUID().toString().substring(0, 8);

    Writer(RunningPlatform platform, Visitor visitor) {
        this.platform = platform;
        this.visitor = visitor;
    }

    /** In no other letter. */
    String name() {
        return name;
    }

    String email() {
        return name + "@example.org";
    }

    Writer findTheirMp(String postcode) {
        visitor.open(ACTION).fill("letter.who.postcode", postcode).press("letter.who.button");
        return this;
    }

    Writer write() {
        visitor.fill("letter.write.body", OWN_WORDS).press("letter.write.button");
        visitor.sees("letter.preview.heading");
        return this;
    }

    Writer sign() {
        visitor.fill("letter.from.name", "Ada " + name)
                .fill("letter.from.address", "1 Old Steine\nBrighton")
                .fill("letter.from.email", email())
                .press("letter.from.button");
        visitor.sees("letter.link.sent");
        return this;
    }

    /** Waits for the mail and presses the button behind its link. */
    void confirm() {
        confirm(ACTION);
    }

    void confirm(String action) {
        visitor.page().navigate(platform.mails().newestTo(email()).link(action).toString());
        visitor.sees("letter.link.confirm").press("letter.link.confirm.button");
    }
}
