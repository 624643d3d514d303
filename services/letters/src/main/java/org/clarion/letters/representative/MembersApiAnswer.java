package org.clarion.letters.representative;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of the Members API's answers that the directory reads. Anything may be missing in any of them. */
final class MembersApiAnswer {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int ISO_DATE = "2024-07-04".length();
    private static final int COMMONS = 1;
    private static final int LORDS = 2;
    private static final String PARLIAMENTARY = "Parliamentary";

    private MembersApiAnswer() {}

    record Page(
            @Nullable List<@Nullable MemberItem> items,
            @Nullable Integer totalResults) {}

    record MemberItem(@Nullable Member value) {}

    record Member(
            @Nullable Long id,
            @Nullable String nameListAs,
            @Nullable String nameDisplayAs,
            @Nullable String nameFullTitle,
            @Nullable Party latestParty,
            @Nullable Membership latestHouseMembership) {

        /** As the list of members sorts it, before the comma. */
        @Nullable String surname() {
            return nameListAs == null || !nameListAs.contains(",")
                    ? null
                    : nameListAs.substring(0, nameListAs.indexOf(',')).strip();
        }

        @Nullable String party() {
            return latestParty == null
                            || latestParty.name() == null
                            || latestParty.name().isBlank()
                    ? null
                    : MemberFile.tidy(latestParty.name());
        }
    }

    record Party(@Nullable String name) {}

    /**
     * @param membershipFrom name of the constituency
     * @param membershipFromId Parliament's own number of the constituency
     */
    record Membership(
            @Nullable String membershipFrom,
            @Nullable Integer membershipFromId,
            @Nullable Integer house,
            @Nullable String membershipStartDate,
            @Nullable String membershipEndDate) {

        boolean isOfCommons() {
            return house != null && house == COMMONS;
        }

        boolean isOfLords() {
            return house != null && house == LORDS;
        }

        @Nullable Instant start() {
            return beginOfDay(membershipStartDate).orElse(null);
        }

        /** The beginning of the day on which it ended. */
        Optional<Instant> end() {
            return beginOfDay(membershipEndDate);
        }

        /** @param text such as {@code 2024-07-04T00:00:00}; what is no date says nothing */
        private static Optional<Instant> beginOfDay(@Nullable String text) {
            if (text == null || text.length() < ISO_DATE) {
                return Optional.empty();
            }
            try {
                var day = LocalDate.parse(text.substring(0, ISO_DATE));
                return Optional.of(day.atStartOfDay(LONDON).toInstant());
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }

    record Contacts(@Nullable List<@Nullable ContactInformation> value) {

        /** Empty where the answer has no list at all, which says nothing. */
        Optional<Person.Listing> listing() {
            return Optional.ofNullable(value).map(all -> {
                var known = all.stream().filter(Objects::nonNull).toList();
                return Stream.of(
                                known.stream().filter(ContactInformation::isParliamentary),
                                known.stream().filter(ContactInformation::isTheirChoice),
                                known.stream())
                        .flatMap(each -> each)
                        .flatMap(ContactInformation::address)
                        .findFirst()
                        .<Person.Listing>map(Person.Listing.Address::new)
                        .orElseGet(Person.Listing.Nothing::new);
            });
        }
    }

    record ContactInformation(
            @Nullable String type,
            @Nullable Boolean isPreferred,
            @Nullable Boolean isWebAddress,
            @Nullable String email) {

        boolean isParliamentary() {
            return type != null && type.startsWith(PARLIAMENTARY);
        }

        boolean isTheirChoice() {
            return Boolean.TRUE.equals(isPreferred);
        }

        Stream<String> address() {
            return email == null || Boolean.TRUE.equals(isWebAddress)
                    ? Stream.empty()
                    : MemberFile.firstAddressIn(email).stream();
        }
    }
}
