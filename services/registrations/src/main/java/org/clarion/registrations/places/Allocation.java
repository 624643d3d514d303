package org.clarion.registrations.places;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.places.Answer.Verdict;
import org.clarion.registrations.places.Claim.State;
import org.clarion.registrations.places.Request.Accept;
import org.clarion.registrations.places.Request.Admit;
import org.clarion.registrations.places.Request.Alter;
import org.clarion.registrations.places.Request.Approve;
import org.clarion.registrations.places.Request.Ask;
import org.clarion.registrations.places.Request.End;
import org.clarion.registrations.places.Rules.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Decides who gets a place. Nothing but what is handed in decides: no clock, no store, no chance.
 *
 * <p>No session has more heads than it has room for, unless staff have made it smaller since. Nobody gets a place while
 * somebody who came earlier waits for it; what becomes free is offered to the first party in the queue that it is enough
 * for.
 */
final class Allocation {

    /**
     * What was decided.
     *
     * @param after the same object as before where nothing has changed
     * @param answers one for each request, in their order
     */
    record Result(Places after, List<Answer> answers) {}

    /** One session in one mode. */
    private record Spot(int session, Mode mode) {}

    private final Places before;
    private final Terms terms;
    private final Instant now;
    private final long version;
    private final Map<UUID, Claim> claims = new LinkedHashMap<>();
    private final Map<UUID, Decision> todo = new LinkedHashMap<>();
    private final Map<Spot, Integer> taken = new HashMap<>();
    private final Map<Spot, Integer> waiting = new HashMap<>();
    private Rules rules;
    private long nextOrder;
    private boolean changed;

    private Allocation(Places before, Terms terms, Instant now) {
        this.before = before;
        this.terms = terms;
        this.now = now;
        this.version = before.version() + 1;
        this.rules = before.rules();
        this.nextOrder = before.nextOrder();
        before.claims().forEach(claim -> {
            claims.put(claim.registration(), claim);
            count(claim, 1);
        });
        before.todo().forEach(decision -> todo.put(decision.registration(), decision));
    }

    static Result decide(Places before, Pass pass, Terms terms, Instant now) {
        var allocation = new Allocation(before, terms, now);
        pass.taken().forEach(allocation::strike);
        if (pass.rules() != null) {
            allocation.follow(pass.rules());
        }
        allocation.endWhatIsDue();
        var answers = pass.requests().stream()
                .map(request -> allocation.answer(request, pass.askers()))
                .toList();
        allocation.offer();
        return new Result(
                allocation.result(), answers.stream().map(allocation::asItEnded).toList());
    }

    /** The same pass may have offered what it had just put into the queue. */
    private Answer asItEnded(Answer answer) {
        var decision = answer.decision();
        var last = decision == null ? null : todo.get(decision.registration());
        return last == null || last.version() != version ? answer : new Answer(answer.verdict(), last);
    }

    /** When something is to be done without anybody asking; null for never. */
    static @Nullable Instant due(Places places) {
        var rules = places.rules();
        if (rules.stage() != Stage.ON) {
            return null;
        }
        Instant due = null;
        var waitedFor = new HashSet<Integer>();
        for (var claim : places.claims()) {
            due = earlier(due, claim.until());
            if (claim.state().waits()) {
                waitedFor.addAll(claim.wish().sessions());
            }
        }
        for (var room : rules.rooms()) {
            if (waitedFor.contains(room.session())) {
                due = earlier(due, room.startsAt());
            }
        }
        return due;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private void strike(Decision done) {
        var owed = todo.get(done.registration());
        if (owed != null && owed.version() == done.version()) {
            todo.remove(done.registration());
            changed = true;
        }
    }

    private void follow(Rules newer) {
        if (newer.version() <= rules.version()) {
            return;
        }
        rules = newer;
        changed = true;
        if (rules.stage() == Stage.CALLED_OFF) {
            all().forEach(claim -> end(claim, Outcome.CALLED_OFF));
            return;
        }
        rules.onlyMode()
                .ifPresent(mode -> all().stream()
                        .filter(claim -> claim.wish().mode() != mode)
                        .forEach(claim -> reshape(claim, claim.wish().in(mode))));
    }

    private void endWhatIsDue() {
        if (rules.stage() != Stage.ON) {
            return;
        }
        var toCome = rules.toCome(now);
        for (var claim : all()) {
            if (claim.until() != null && !now.isBefore(claim.until())) {
                end(claim, claim.state() == State.OFFERED ? Outcome.LAPSED : Outcome.RELEASED);
            } else if (claim.state().waits() && !toCome.containsAll(claim.wish().sessions())) {
                waitForTheRest(claim);
            }
        }
    }

    /** Nobody gets a place in what has begun: who waits for more goes on waiting for that. */
    private void waitForTheRest(Claim claim) {
        rules.toCome(claim.wish(), now).ifPresentOrElse(rest -> reshape(claim, rest), () -> end(claim, Outcome.OVER));
    }

    private Answer answer(Request request, Set<UUID> askers) {
        var claim = claims.get(request.registration());
        if (claim != null && claim.life() != request.life()) {
            return new Answer(Verdict.GONE, null);
        }
        return switch (request) {
            case Ask ask -> claim == null ? begin(ask, askers) : confirm(ask, claim);
            case Admit admit -> claim == null ? admit(admit, askers) : new Answer(Verdict.ALREADY, claim.decision());
            case Approve approve ->
                claim == null ? approve(approve, askers) : new Answer(Verdict.ALREADY, claim.decision());
            case Alter alter -> claim == null ? gone(alter) : alter(alter, claim);
            case Accept accept -> claim == null ? gone(accept) : accept(claim);
            case End end -> claim == null ? endNothing(end, askers) : end(end, claim);
        };
    }

    private Answer begin(Ask ask, Set<UUID> askers) {
        var owed = owed(ask);
        if (owed != null) {
            if (owed.outcome() != Outcome.RELEASED || !ask.confirmed()) {
                return new Answer(ask.confirmed() ? Verdict.GONE : Verdict.ALREADY, owed);
            }
        } else if (!askers.contains(ask.registration())) {
            return new Answer(Verdict.GONE, null);
        }
        if (rules.stage() == Stage.CALLED_OFF) {
            return done(end(ask, ask.wish(), Outcome.CALLED_OFF));
        }
        var wish = toCome(ask.wish()).orElse(null);
        if (wish == null) {
            return done(end(ask, possible(ask.wish()), Outcome.OVER));
        }
        var start = rules.nextStart(wish, now).orElseThrow();
        var order = nextOrder++;
        var until = ask.confirmed() ? null : terms.holdUntil(now, start);
        var state = fits(wish, null) && !somebodyWaits(wish, order)
                ? (ask.confirmed() ? State.GIVEN : State.HELD)
                : (ask.confirmed() ? State.WAITING : State.QUEUED);
        return done(add(new Claim(ask.registration(), ask.life(), wish, state, until, order, version)));
    }

    /** Nobody waits at the door: where there is no room now, they are turned away. */
    private Answer admit(Admit admit, Set<UUID> askers) {
        var wish = admit.wish();
        if (owed(admit) != null || !askers.contains(admit.registration())) {
            return gone(admit);
        }
        if (rules.stage() != Stage.ON || !rules.allow(wish)) {
            return new Answer(Verdict.TOO_LATE, end(admit, wish, Outcome.TURNED_AWAY));
        }
        if (!fits(wish, null) || somebodyWaits(wish, nextOrder)) {
            return new Answer(Verdict.NO_ROOM, end(admit, wish, Outcome.TURNED_AWAY));
        }
        return done(add(new Claim(admit.registration(), admit.life(), wish, State.GIVEN, null, nextOrder++, version)));
    }

    /** An application that gets no place stays one: nothing is decided about it. */
    private Answer approve(Approve approve, Set<UUID> askers) {
        var owed = owed(approve);
        if (owed != null || !askers.contains(approve.registration())) {
            return new Answer(Verdict.GONE, owed);
        }
        var wish = toCome(approve.wish()).orElse(null);
        if (wish == null || rules.stage() == Stage.CALLED_OFF) {
            return new Answer(Verdict.TOO_LATE, null);
        }
        var full = !fits(wish, null) || somebodyWaits(wish, nextOrder);
        if (full != approve.waits()) {
            return new Answer(full ? Verdict.NO_ROOM : Verdict.NOT_FULL, null);
        }
        var state = full ? State.WAITING : State.GIVEN;
        return done(add(new Claim(approve.registration(), approve.life(), wish, state, null, nextOrder++, version)));
    }

    /** What can be had of a wish: it was made before the gathering moved online, or begun. */
    private Optional<Wish> toCome(Wish wish) {
        return rules.toCome(possible(wish), now).filter(rules::allow);
    }

    private Wish possible(Wish wish) {
        return rules.allow(wish) ? wish : rules.onlyMode().map(wish::in).orElse(wish);
    }

    private Answer confirm(Ask ask, Claim claim) {
        if (!ask.confirmed()) {
            return new Answer(Verdict.ALREADY, claim.decision());
        }
        return switch (claim.state()) {
            case HELD -> done(put(claim, claim.wish(), State.GIVEN, null, claim.order()));
            case QUEUED -> {
                var free = fits(claim.wish(), null) && !somebodyWaits(claim.wish(), claim.order());
                yield done(put(claim, claim.wish(), free ? State.GIVEN : State.WAITING, null, claim.order()));
            }
            case GIVEN, WAITING, OFFERED -> new Answer(Verdict.ALREADY, claim.decision());
        };
    }

    private Answer alter(Alter alter, Claim claim) {
        var wish = alter.wish();
        if (wish.equals(claim.wish())) {
            return new Answer(Verdict.ALREADY, claim.decision());
        }
        if (hasBegun(claim) || addsWhatHasBegun(claim.wish(), wish) || !rules.allow(wish)) {
            return new Answer(Verdict.TOO_LATE, claim.decision());
        }
        if (claim.state().takesPlaces()) {
            return fits(wish, claim) && !somebodyWaitsForMore(wish, claim)
                    ? done(put(claim, wish, claim.state(), claim.until(), claim.order()))
                    : new Answer(Verdict.NO_ROOM, claim.decision());
        }
        var order = wish.isNoMoreThan(claim.wish()) ? claim.order() : nextOrder++;
        var start = rules.nextStart(wish, now).orElseThrow();
        if (fits(wish, null) && !somebodyElseWaits(wish, order, claim)) {
            return claim.state() == State.WAITING
                    ? done(put(claim, wish, State.GIVEN, null, order))
                    : done(put(claim, wish, State.HELD, terms.holdUntil(now, start), order));
        }
        return done(put(claim, wish, claim.state(), claim.until(), order));
    }

    private Answer accept(Claim claim) {
        return switch (claim.state()) {
            case OFFERED -> done(put(claim, claim.wish(), State.GIVEN, null, claim.order()));
            case GIVEN -> new Answer(Verdict.ALREADY, claim.decision());
            case HELD, QUEUED, WAITING -> new Answer(Verdict.GONE, claim.decision());
        };
    }

    private Answer end(End end, Claim claim) {
        if (end.why() == Outcome.EXPIRED) {
            return new Answer(Verdict.GONE, claim.decision()); // confirmed at the last moment
        }
        if (end.why() == Outcome.CANCELLED && hasBegun(claim)) {
            return new Answer(Verdict.TOO_LATE, claim.decision());
        }
        return done(end(claim, end.why()));
    }

    /** There is no claim to end. Yet somebody may be about to make one: what was ended must not come to life again. */
    private Answer endNothing(End end, Set<UUID> askers) {
        var owed = owed(end);
        if (owed != null && owed.outcome() != Outcome.RELEASED) {
            return new Answer(owed.outcome() == end.why() ? Verdict.ALREADY : Verdict.GONE, owed);
        }
        return owed != null || askers.contains(end.registration())
                ? done(end(end, end.wish(), end.why()))
                : new Answer(Verdict.GONE, null);
    }

    private Answer gone(Request request) {
        return new Answer(Verdict.GONE, owed(request));
    }

    private @Nullable Decision owed(Request request) {
        var owed = todo.get(request.registration());
        return owed != null && owed.life() == request.life() ? owed : null;
    }

    /** What has become free goes to the first in the queue for whom it is enough, if their address is known to be theirs. */
    private void offer() {
        if (rules.stage() != Stage.ON || waiting.keySet().stream().noneMatch(this::hasRoom)) {
            return;
        }
        var queue = all().stream()
                .filter(claim -> claim.state() == State.WAITING)
                .sorted(Comparator.comparingLong(Claim::order))
                .toList();
        for (var claim : queue) {
            var start = rules.nextStart(claim.wish(), now).orElse(null);
            if (start != null && fits(claim.wish(), null)) {
                put(claim, claim.wish(), State.OFFERED, terms.offerUntil(now, start), claim.order());
            }
        }
    }

    private boolean hasRoom(Spot spot) {
        return waiting.getOrDefault(spot, 0) > 0 && free(spot) > 0;
    }

    /** @param own a claim whose places count as free for it; null for none */
    private boolean fits(Wish wish, @Nullable Claim own) {
        for (var session : wish.sessions()) {
            var spot = new Spot(session, wish.mode());
            if (wish.heads() - owned(own, spot) > Math.max(0, free(spot))) {
                return false;
            }
        }
        return true;
    }

    private static int owned(@Nullable Claim own, Spot spot) {
        return own != null
                        && own.state().takesPlaces()
                        && own.wish().mode() == spot.mode()
                        && own.wish().sessions().contains(spot.session())
                ? own.wish().heads()
                : 0;
    }

    private int free(Spot spot) {
        var capacity = rules.room(spot.session())
                .map(room -> room.capacity(spot.mode()))
                .orElse(null);
        return capacity == null ? Integer.MAX_VALUE : capacity - taken.getOrDefault(spot, 0);
    }

    private boolean somebodyWaits(Wish wish, long order) {
        return somebodyElseWaits(wish, order, null);
    }

    /** Whether somebody who came earlier waits for a place that this would take. */
    private boolean somebodyElseWaits(Wish wish, long order, @Nullable Claim own) {
        var wanted = wish.sessions().stream()
                .map(session -> new Spot(session, wish.mode()))
                .anyMatch(spot -> waiting.getOrDefault(spot, 0) > 0);
        return wanted
                && claims.values().stream()
                        .anyMatch(claim -> claim.state().waits()
                                && claim.order() < order
                                && (own == null || !claim.registration().equals(own.registration()))
                                && claim.wish().mode() == wish.mode()
                                && claim.wish().sessions().stream().anyMatch(wish.sessions()::contains));
    }

    /** Whether somebody waits for what this party would get in addition. */
    private boolean somebodyWaitsForMore(Wish wish, Claim claim) {
        return wish.sessions().stream()
                .map(session -> new Spot(session, wish.mode()))
                .anyMatch(spot -> wish.heads() > owned(claim, spot) && waiting.getOrDefault(spot, 0) > 0);
    }

    private boolean hasBegun(Claim claim) {
        return rules.nextStart(claim.wish(), now).isEmpty();
    }

    private boolean addsWhatHasBegun(Wish old, Wish wish) {
        return wish.sessions().stream()
                .anyMatch(session ->
                        rules.hasBegun(session, now) && !old.sessions().contains(session));
    }

    private List<Claim> all() {
        return new ArrayList<>(claims.values());
    }

    private static Answer done(Decision decision) {
        return new Answer(Verdict.DONE, decision);
    }

    private Decision add(Claim claim) {
        claims.put(claim.registration(), claim);
        count(claim, 1);
        return owe(claim.decision());
    }

    private Decision put(Claim claim, Wish wish, State state, @Nullable Instant until, long order) {
        count(claim, -1);
        return add(new Claim(claim.registration(), claim.life(), wish, state, until, order, version));
    }

    /** Changes what a claim is for without its party having asked. */
    private void reshape(Claim claim, Wish wish) {
        owe(put(claim, wish, claim.state(), claim.until(), claim.order()).happeningByItself());
    }

    private Decision end(Claim claim, Outcome outcome) {
        count(claim, -1);
        claims.remove(claim.registration());
        return owe(new Decision(claim.registration(), claim.life(), version, outcome, claim.wish(), null));
    }

    private Decision end(Request request, Wish wish, Outcome outcome) {
        return owe(new Decision(request.registration(), request.life(), version, outcome, wish, null));
    }

    private Decision owe(Decision decision) {
        changed = true;
        todo.remove(decision.registration()); // it goes to the end
        todo.put(decision.registration(), decision);
        return decision;
    }

    private void count(Claim claim, int sign) {
        var counts = claim.state().takesPlaces() ? taken : waiting;
        for (var session : claim.wish().sessions()) {
            counts.merge(
                    new Spot(session, claim.wish().mode()), sign * claim.wish().heads(), Integer::sum);
        }
    }

    private Places result() {
        return changed
                ? new Places(
                        before.gathering(),
                        version,
                        rules,
                        nextOrder,
                        List.copyOf(claims.values()),
                        List.copyOf(todo.values()),
                        owedSince())
                : before;
    }

    private @Nullable Instant owedSince() {
        if (todo.isEmpty()) {
            return null;
        }
        var oldest = todo.values().iterator().next();
        return !before.todo().isEmpty() && before.todo().getFirst().equals(oldest) ? before.owedSince() : now;
    }
}
