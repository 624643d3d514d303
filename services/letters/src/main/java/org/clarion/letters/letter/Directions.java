package org.clarion.letters.letter;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.clarion.actions.form.Answers;
import org.clarion.letters.action.Addressing.Choice;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.action.LetterText;
import org.clarion.letters.action.Readers;
import org.clarion.letters.action.Wording;
import org.clarion.letters.letter.Details.Also;
import org.clarion.letters.target.Recipient;
import org.clarion.letters.target.Recipients;
import org.clarion.letters.target.Target;
import org.clarion.letters.target.TargetEntry;
import org.clarion.letters.target.TargetLists;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import org.clarion.places.Places;
import org.clarion.places.Postcode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out who a supporter writes to, from a postcode or a constituency and from what they chose of a list. */
@Component
class Directions {

    private final Places places;
    private final Constituencies constituencies;
    private final TargetLists lists;
    private final Recipients recipients;
    private final Readers readers;
    private final Clock clock;
    private final RandomGenerator chance = RandomGenerator.getDefault();

    Directions(
            Places places,
            Constituencies constituencies,
            TargetLists lists,
            Recipients recipients,
            Readers readers,
            Clock clock) {
        this.places = places;
        this.constituencies = constituencies;
        this.lists = lists;
        this.recipients = recipients;
        this.readers = readers;
        this.clock = clock;
    }

    /** Whom supporters can choose, or are told of; empty where an action has no list. */
    List<TargetEntry> entries(LetterAction action) {
        var list = action.addressing().list();
        return list == null ? List.of() : lists.entries(list);
    }

    /** Empty, and the flaws noted, where it cannot be told. */
    Optional<Direction> read(LetterAction action, Typed typed, Answers answers) {
        var before = answers.flaws().size();
        var seat = seat(action, typed, answers);
        var targets = new LinkedHashSet<Target>();
        if (action.addressing().representative()) {
            seat.map(Constituency::code).map(Target::seat).ifPresent(targets::add);
        }
        targets.addAll(chosen(action, typed, answers));
        var text = text(action, typed.text());
        if (text.isEmpty()) {
            answers.flaw("text", "letter.text.wrong");
        }
        if (answers.flaws().size() > before || targets.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        var people = recipients.of(targets, clock.instant());
        var to = targets.stream()
                .map(target -> new Also(target, shown(people.get(target))))
                .toList();
        var wording = wording(action, text.get(), typed.variant(), people, to);
        if (wording.isEmpty()) {
            answers.flaw("text", "letter.text.wrong");
        }
        var drawn = action.addressing().list() != null && action.addressing().choice() == Choice.RANDOM;
        return wording.map(
                words -> new Direction(to, drawn, seat.map(Constituency::code).orElse(null), text.get(), words));
    }

    private static @Nullable Addressee shown(@Nullable Recipient recipient) {
        return recipient == null ? null : Addressee.shown(recipient);
    }

    private static Optional<LetterText> text(LetterAction action, @Nullable Integer number) {
        return number == null ? Optional.of(action.text()) : action.text(number);
    }

    private Optional<Constituency> seat(LetterAction action, Typed typed, Answers answers) {
        var postcode = Postcode.parse(typed.postcode());
        if (postcode.isEmpty() && !isBlank(typed.postcode()) && isAtHome(typed)) {
            answers.flaw("postcode", "postcode.wrong");
            return Optional.empty();
        }
        var picked = isBlank(typed.constituency())
                ? Optional.<Constituency>empty()
                : constituencies.byCode(typed.constituency().strip());
        if (picked.isEmpty() && !isBlank(typed.constituency())) {
            answers.flaw("constituency", "constituency.wrong");
            return Optional.empty();
        }
        var lies = isAtHome(typed)
                ? postcode.flatMap(places::find).map(place -> place.constituency())
                : Optional.<Constituency>empty();
        if (lies.isPresent() && picked.isPresent() && !lies.get().equals(picked.get())) {
            return agreed(postcode.orElseThrow(), lies.get(), picked.get(), typed, answers);
        }
        var seat = picked.or(() -> lies);
        if (seat.isEmpty() && action.addressing().representative()) {
            if (postcode.isEmpty()) {
                answers.flaw("postcode", "letter.seat.missing");
            } else {
                answers.flaw("constituency", "constituency.ask");
            }
        }
        return seat;
    }

    /** What they picked counts, once they have been asked: postcodes lie across boundaries, and people know where they vote. */
    private static Optional<Constituency> agreed(
            Postcode postcode, Constituency lies, Constituency picked, Typed typed, Answers answers) {
        if (pair(postcode, picked.code()).equals(typed.kept())) {
            return Optional.of(picked);
        }
        answers.flaw("constituency", "letter.seat.disagrees", postcode.formatted(), lies.name(), picked.name());
        return Optional.empty();
    }

    /** What a page remembers of a postcode and a constituency that disagree, to ask once only. */
    static String pair(Postcode postcode, String constituency) {
        return postcode.value() + " " + constituency;
    }

    /** Abroad, what they call a postcode tells us nothing. */
    private static boolean isAtHome(Typed typed) {
        return isBlank(typed.country()) || typed.country().strip().equalsIgnoreCase("GB");
    }

    private List<Target> chosen(LetterAction action, Typed typed, Answers answers) {
        var addressing = action.addressing();
        if (addressing.list() == null) {
            return List.of();
        }
        var onList = entries(action).stream().map(TargetEntry::target).toList();
        var named = new ArrayList<Target>();
        for (var each : typed.to()) {
            var target = Target.parse(each);
            if (target.isEmpty() || addressing.choice() != Choice.ALL && !onList.contains(target.get())) {
                answers.flaw("to", "letter.to.wrong");
                return List.of();
            }
            named.add(target.get());
        }
        var targets = switch (addressing.choice()) {
            case ALL -> onList;
            case CHOOSE -> named;
            case RANDOM ->
                !named.isEmpty()
                        ? List.of(named.getFirst())
                        : onList.isEmpty() ? onList : List.of(onList.get(chance.nextInt(onList.size())));
        };
        if (targets.isEmpty() && !addressing.representative()) {
            answers.flaw("to", addressing.choice() == Choice.CHOOSE ? "letter.to.missing" : "letter.to.nobody");
        }
        return targets;
    }

    /**
     * What was shown; else the first variant that fits. Where several are written to, one text goes to all of them, so a
     * variant counts only where it fits each. Empty for a variant that the text does not have.
     */
    private Optional<Wording> wording(
            LetterAction action,
            LetterText text,
            @Nullable String shown,
            Map<Target, Recipient> people,
            List<Also> to) {
        if (!isBlank(shown)) {
            return shown.equals(Details.BASIC)
                    ? Optional.of(text.wording())
                    : variant(shown).flatMap(text::wording);
        }
        var fitting = to.stream()
                .map(each -> text.wordingFor(readers.of(action, each.target(), people.get(each.target()))))
                .distinct()
                .toList();
        return Optional.of(fitting.size() == 1 ? fitting.getFirst() : text.wording());
    }

    private static Optional<UUID> variant(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
