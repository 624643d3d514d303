package org.clarion.letters.letter;

import java.util.List;
import java.util.UUID;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.letters.target.Target;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.supporters.ConsentChoice;
import org.jspecify.annotations.Nullable;

/** The next state of a letter in the making. */
final class LetterBuilder {

    private final Letter before;
    private @Nullable UUID writer;
    private @Nullable Supporter supporter;
    private Target target;
    private Status status;
    private @Nullable Hold hold;
    private Details details;
    private Mails mails;
    private List<ConsentChoice> consents;
    private Course course;
    private Post post;
    private Asking asking;

    LetterBuilder(Letter before) {
        this.before = before;
        this.writer = before.writer();
        this.supporter = before.supporter();
        this.target = before.target();
        this.status = before.status();
        this.hold = before.hold();
        this.details = before.details();
        this.mails = before.mails();
        this.consents = before.consents();
        this.course = before.course();
        this.post = before.post();
        this.asking = before.asking();
    }

    LetterBuilder writtenBy(@Nullable UUID writer, @Nullable Supporter supporter) {
        this.writer = writer;
        this.supporter = supporter;
        return this;
    }

    LetterBuilder target(Target target) {
        this.target = target;
        return this;
    }

    LetterBuilder status(Status status) {
        this.status = status;
        return this;
    }

    LetterBuilder hold(Hold hold) {
        this.hold = hold;
        return this;
    }

    LetterBuilder details(Details details) {
        this.details = details;
        return this;
    }

    LetterBuilder mails(Mails mails) {
        this.mails = mails;
        return this;
    }

    LetterBuilder consents(List<ConsentChoice> consents) {
        this.consents = consents;
        return this;
    }

    LetterBuilder course(Course course) {
        this.course = course;
        return this;
    }

    LetterBuilder post(Post post) {
        this.post = post;
        return this;
    }

    LetterBuilder asking(Asking asking) {
        this.asking = asking;
        return this;
    }

    Letter letter() {
        var next = new Letter(
                before.id(),
                before.version() + 1,
                before.action(),
                before.test(),
                writer,
                supporter,
                target,
                status,
                status == Status.HELD ? hold : null,
                details,
                mails,
                consents,
                course,
                post,
                asking,
                null);
        return next.due();
    }
}
