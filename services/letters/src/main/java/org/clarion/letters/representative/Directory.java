package org.clarion.letters.representative;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.clarion.letters.representative.DirectoryRefusal.Reason;
import org.clarion.letters.representative.DirectoryRun.Outcome;
import org.clarion.letters.representative.Register.Taken;
import org.clarion.letters.sheet.BrokenSheet;
import org.clarion.servicedefaults.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * Brings the directory up to date from a source. Everything is read and checked before anything is written; writing that is
 * cut short is completed by the next time, because a source says how things are and not what has changed.
 */
@Component
class Directory {

    private static final String WRITING = "writing";
    private static final Duration LONGEST_WRITE = Duration.ofMinutes(2);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Seats seats;
    private final Members members;
    private final DirectoryRuns runs;
    private final MessageSource messages;
    private final Clock clock;

    Directory(Seats seats, Members members, DirectoryRuns runs, MessageSource messages, Clock clock) {
        this.seats = seats;
        this.members = members;
        this.runs = runs;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What was done, or would be.
     *
     * @param run null where nothing was to be done
     * @param looksWrong why it would be refused unless forced; null where it would not
     */
    record Result(
            Register register,
            Revision revision,
            @Nullable Reason looksWrong,
            @Nullable DirectoryRun run) {}

    /** @param asOf when it was so; null for now */
    Result compare(MemberSource source, @Nullable LocalDate asOf) {
        return compare(source.read(seats.all()), telling(source, asOf));
    }

    private Result compare(Register register, Telling telling) {
        var knownSeats = seats.all();
        var knownMembers = members.all();
        var revision = Revision.of(register, knownSeats, knownMembers, telling);
        var looksWrong = revision.looksWrong(register, knownSeats, knownMembers, telling.asOf())
                .orElse(null);
        return new Result(register, revision, looksWrong, null);
    }

    /**
     * Writes what a source says.
     *
     * @param asOf when it was so; null for now
     * @param forced even where it looks wrong
     * @throws DirectoryRefusal where it looks wrong, and while somebody else is writing
     */
    Result update(MemberSource source, @Nullable LocalDate asOf, boolean forced) {
        var telling = telling(source, asOf);
        try {
            var register = source.read(seats.all());
            if (!runs.take(WRITING, telling.at(), telling.at().plus(LONGEST_WRITE))) {
                throw new DirectoryRefusal(Reason.BUSY);
            }
            try {
                var result = compare(register, telling);
                if (result.looksWrong() != null && !forced) {
                    throw new DirectoryRefusal(result.looksWrong());
                }
                write(register, result.revision(), telling);
                return new Result(register, result.revision(), result.looksWrong(), remember(telling, result));
            } finally {
                runs.free(WRITING, telling.at());
            }
        } catch (BrokenSheet | DirectoryRefusal | SourceTrouble e) {
            remember(telling, e);
            throw e;
        }
    }

    private Telling telling(MemberSource source, @Nullable LocalDate asOf) {
        var now = clock.instant();
        var then = asOf == null ? now : asOf.atStartOfDay(LONDON).toInstant();
        if (then.isAfter(now)) {
            throw new DirectoryRefusal(Reason.NOT_YET);
        }
        return new Telling(source.name(), now, then);
    }

    /** Members first: a seat never names somebody of whom the directory knows nothing. */
    private void write(Register register, Revision revision, Telling telling) {
        members.addAll(revision.members().values().stream()
                .filter(member -> member.version() == null)
                .toList());
        for (var row : register.rows()) {
            if (row instanceof Taken taken
                    && isToChange(revision.members().get(taken.person().id()))) {
                members.put(Member.firstHeardOf(taken.person()), known -> known.described(taken.person(), telling));
            }
        }
        seats.addAll(revision.seats().values().stream()
                .filter(seat -> seat.version() == null)
                .toList());
        for (var row : register.rows()) {
            var next = revision.seats().get(row.seat());
            if (next != null && next.version() != null) {
                seats.put(row.seat(), seat -> Revision.applied(row, seat, telling));
            }
        }
    }

    private static boolean isToChange(@Nullable Member next) {
        return next != null && next.version() != null;
    }

    private DirectoryRun remember(Telling telling, Result result) {
        var revision = result.revision();
        return runs.add(new DirectoryRun(
                Ids.next(),
                telling.at(),
                telling.by(),
                revision.changesNothing() ? Outcome.UNCHANGED : Outcome.CHANGED,
                null,
                revision.lines().size(),
                revision.seatsFirstHeardOf(),
                result.register().remarks()));
    }

    private void remember(Telling telling, RuntimeException failure) {
        var outcome = failure instanceof DirectoryRefusal ? Outcome.REFUSED : Outcome.FAILED;
        var why = failure instanceof MessageSourceResolvable said
                ? messages.getMessage(said, Locale.UK)
                : failure.getMessage();
        runs.add(new DirectoryRun(Ids.next(), telling.at(), telling.by(), outcome, why, 0, 0, List.of()));
    }
}
