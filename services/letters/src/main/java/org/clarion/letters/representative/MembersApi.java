package org.clarion.letters.representative;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clarion.letters.representative.MembersApiAnswer.Contacts;
import org.clarion.letters.representative.MembersApiAnswer.MemberItem;
import org.clarion.letters.representative.MembersApiAnswer.Membership;
import org.clarion.letters.representative.MembersApiAnswer.Page;
import org.clarion.letters.representative.Person.Listing;
import org.clarion.letters.representative.Register.Empty;
import org.clarion.letters.representative.Register.Row;
import org.clarion.letters.representative.Register.Taken;
import org.clarion.letters.representative.Remark.Kind;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import org.clarion.supporters.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * The UK Parliament Members API, version 1.
 *
 * <p>It numbers constituencies in its own way. Which number is which code is learnt from members whom a file has put into a
 * seat and who by the API sit for a constituency of the same name; one of the two alone is not enough.
 *
 * <p>Whatever is missing in an answer is no news. A term ends only where another member has the seat, or where the record
 * of the member who held it says so.
 */
final class MembersApi implements MemberSource {

    static final String NAME = "members-api";

    private static final int PAGE = 20;
    private static final int AT_ONCE = 4;
    private static final int MOST_LOOKED_AFTER = 100;
    private static final String SEARCH = "/api/Members/Search?House=1&IsCurrentMember=true&skip={skip}&take={take}";
    private static final String MEMBER = "/api/Members/{id}";
    private static final String CONTACT = "/api/Members/{id}/Contact";

    private final MemberSettings settings;
    private final Constituencies constituencies;
    private final Clock clock;
    private final ParliamentLine.Pause pause;

    MembersApi(MemberSettings settings, Constituencies constituencies, Clock clock, ParliamentLine.Pause pause) {
        this.settings = settings;
        this.constituencies = constituencies;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Register read(Map<String, Seat> known) {
        if (known.isEmpty()) {
            throw new SourceTrouble("the directory is empty: import a file of members first");
        }
        try (var workers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            try {
                return new Run(new ParliamentLine(settings, clock, pause), workers, known).read();
            } catch (RuntimeException e) {
                workers.shutdownNow();
                throw e;
            }
        }
    }

    /** One reading of everything. */
    private final class Run {

        private final ParliamentLine line;
        private final ExecutorService workers;
        private final Map<String, Seat> known;
        private final List<Remark> remarks = new ArrayList<>();

        Run(ParliamentLine line, ExecutorService workers, Map<String, Seat> known) {
            this.line = line;
            this.workers = workers;
            this.known = known;
        }

        Register read() {
            var sitting = sitting();
            var placed = placed(sitting);
            var rows = new ArrayList<Row>(taken(placed));
            rows.addAll(emptied(sitting, placed));
            return new Register(rows, remarks);
        }

        /** Members by id who sit for some constituency of the Commons. */
        private Map<Long, MembersApiAnswer.Member> sitting() {
            var now = clock.instant();
            var found = new HashMap<Long, MembersApiAnswer.Member>();
            for (var item : items()) {
                var member = item == null ? null : item.value();
                var membership = member == null ? null : member.latestHouseMembership();
                if (member == null
                        || member.id() == null
                        || membership == null
                        || membership.membershipFromId() == null) {
                    remark(Kind.NOBODY_OR_NOWHERE);
                } else if (membership.isOfCommons()
                        && membership.end().filter(end -> !end.isAfter(now)).isEmpty()
                        && found.put(member.id(), member) != null) {
                    throw new SourceTrouble("the pages overlap: member " + member.id() + " is on two of them");
                }
            }
            return found;
        }

        private List<MemberItem> items() {
            var first = page(0);
            var total = first.totalResults();
            if (total == null) {
                throw new SourceTrouble("the first page does not say how many members there are");
            }
            var pages = new ArrayList<Callable<Page>>();
            for (int skip = PAGE; skip < total; skip += PAGE) {
                int from = skip;
                pages.add(() -> page(from));
            }
            var items = new ArrayList<MemberItem>(itemsOf(first));
            all(pages).forEach(page -> items.addAll(itemsOf(page)));
            if (items.size() != total) {
                throw new SourceTrouble("%d members were announced and %d came".formatted(total, items.size()));
            }
            return items;
        }

        private Page page(int skip) {
            return line.get(Page.class, SEARCH, skip, PAGE)
                    .orElseThrow(() -> new SourceTrouble("there is no list of members at this address"));
        }

        private static List<MemberItem> itemsOf(Page page) {
            if (page.items() == null) {
                throw new SourceTrouble("a page without a list of members");
            }
            return page.items();
        }

        /** Code of the seat → who sits for it. */
        private Map<String, MembersApiAnswer.Member> placed(Map<Long, MembersApiAnswer.Member> sitting) {
            var codes = codes(sitting);
            var placed = new HashMap<String, MembersApiAnswer.Member>();
            var disputed = new HashSet<String>();
            sitting.values().forEach(member -> {
                var membership = membership(member);
                var code = codes.get(membership.membershipFromId());
                if (code == null) {
                    remark(
                            Kind.CODE_NOT_LEARNT,
                            member.id(),
                            membership.membershipFrom(),
                            membership.membershipFromId());
                } else if (placed.put(code, member) != null) {
                    disputed.add(code);
                    remark(Kind.TWO_MEMBERS_AT_ONCE, code);
                }
            });
            placed.keySet().removeAll(disputed);
            return placed;
        }

        /** Parliament's number → code. */
        private Map<Integer, String> codes(Map<Long, MembersApiAnswer.Member> sitting) {
            var codes = new HashMap<Integer, String>();
            known.values().stream()
                    .filter(seat -> seat.parliamentId() != null)
                    .forEach(seat -> codes.put(seat.parliamentId(), seat.code()));
            known.values().stream()
                    .filter(seat -> seat.parliamentId() == null)
                    .forEach(seat -> seat.current()
                            .map(term -> sitting.get(term.member()))
                            .map(Run::membership)
                            .filter(membership -> isSame(seat.code(), membership.membershipFrom()))
                            .ifPresent(membership -> codes.putIfAbsent(membership.membershipFromId(), seat.code())));
            return codes;
        }

        private static Membership membership(MembersApiAnswer.Member member) {
            return Objects.requireNonNull(member.latestHouseMembership());
        }

        private List<Row> taken(Map<String, MembersApiAnswer.Member> placed) {
            var questions = new ArrayList<Callable<Optional<Row>>>();
            placed.forEach((code, member) -> questions.add(() -> taken(code, member)));
            return all(questions).stream().flatMap(Optional::stream).toList();
        }

        private Optional<Row> taken(String code, MembersApiAnswer.Member member) {
            var name = member.nameDisplayAs() == null ? "" : MemberFile.tidy(member.nameDisplayAs());
            if (PersonName.flawIn(name).isPresent()) {
                remark(Kind.NO_USABLE_NAME, member.id());
                return Optional.empty();
            }
            var listing = line.get(Contacts.class, CONTACT, member.id()).flatMap(Contacts::listing);
            var person = new Person(
                    Objects.requireNonNull(member.id()),
                    name,
                    Salutation.of(name, member.nameFullTitle(), member.surname()),
                    member.party(),
                    listing.orElseGet(Listing.Untold::new));
            var membership = membership(member);
            return Optional.of(new Taken(code, person, membership.start(), membership.membershipFromId()));
        }

        /** The seats of which nobody was named, and whose member is gone by their own record. */
        private List<Row> emptied(
                Map<Long, MembersApiAnswer.Member> sitting, Map<String, MembersApiAnswer.Member> placed) {
            var missing = known.values().stream()
                    .filter(seat -> seat.current().isPresent() && !placed.containsKey(seat.code()))
                    .toList();
            if (missing.size() > MOST_LOOKED_AFTER) {
                throw new SourceTrouble("%d seats with a member are not among those listed".formatted(missing.size()));
            }
            var questions = new ArrayList<Callable<Optional<Row>>>();
            missing.forEach(seat -> questions.add(() -> emptied(seat, sitting)));
            return all(questions).stream().flatMap(Optional::stream).toList();
        }

        private Optional<Row> emptied(Seat seat, Map<Long, MembersApiAnswer.Member> sitting) {
            var holder = seat.current().orElseThrow().member();
            var own = Optional.ofNullable(sitting.get(holder))
                    .or(() -> line.get(MemberItem.class, MEMBER, holder).map(MemberItem::value))
                    .map(MembersApiAnswer.Member::latestHouseMembership);
            var end = own.flatMap(membership -> endOf(seat, membership));
            if (end.isEmpty()) {
                remark(Kind.NOTHING_SAYS_THEY_LEFT, holder, seat.code());
            }
            return end;
        }

        private Optional<Row> endOf(Seat seat, Membership membership) {
            if (membership.isOfLords()) {
                return Optional.of(new Empty(seat.code(), membership.start()));
            }
            var number = membership.membershipFromId();
            if (!membership.isOfCommons() || number == null || seat.parliamentId() == null) {
                return Optional.empty();
            }
            if (!number.equals(seat.parliamentId())) {
                return Optional.of(new Empty(seat.code(), membership.start()));
            }
            Instant now = clock.instant();
            return membership.end().filter(end -> !end.isAfter(now)).map(end -> new Empty(seat.code(), end));
        }

        private void remark(Kind kind, @Nullable Object... shown) {
            synchronized (remarks) {
                remarks.add(Remark.of(kind, shown));
            }
        }

        private <T> List<T> all(List<Callable<T>> questions) {
            try {
                var answers = new ArrayList<T>(questions.size());
                for (Future<T> answer : questions.stream().map(workers::submit).toList()) {
                    answers.add(answer.get());
                }
                return answers;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SourceTrouble("interrupted", e);
            }
        }
    }

    /** Confirms what a member's seat suggests; spellings differ between official sources. */
    private boolean isSame(String code, @Nullable String name) {
        return name != null
                && constituencies
                        .byCode(code)
                        .map(Constituency::name)
                        .filter(known -> plain(known).equals(plain(name)))
                        .isPresent();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("&", "and")
                .replaceAll("[^a-z]", "");
    }
}
