package org.clarion.letters.representative;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The directory in words. */
@Component
class DirectoryWords {

    private static final String FILE = "file:";

    private final MessageSource messages;
    private final Constituencies constituencies;

    DirectoryWords(MessageSource messages, Constituencies constituencies) {
        this.messages = messages;
        this.constituencies = constituencies;
    }

    String seat(String code) {
        return constituencies.byCode(code).map(Constituency::name).orElse(code);
    }

    /** @param names Parliament id → name, for changes of seats */
    String change(DirectoryChange change, Map<String, String> names) {
        var what = "directory.change." + change.what().wireName();
        return said(
                what + variant(change), shown(change, change.before(), names), shown(change, change.after(), names));
    }

    private static String variant(DirectoryChange change) {
        if (change.before() == null) {
            return change.after() == null ? ".none" : ".new";
        }
        return change.after() == null ? ".gone" : "";
    }

    private static @Nullable String shown(DirectoryChange change, @Nullable String value, Map<String, String> names) {
        return value != null && change.what().isOfSeat() ? names.getOrDefault(value, value) : value;
    }

    /** Who said so. */
    String by(String by) {
        return switch (by) {
            case Telling.RETURNED_LETTER, MembersApi.NAME -> said("directory.by." + by);
            default -> by.startsWith(FILE) ? said("directory.by.file", by.substring(FILE.length())) : by;
        };
    }

    String remark(Remark remark) {
        return said(
                "directory.remark." + remark.kind().wireName(), remark.shown().toArray());
    }

    /** The ways in which an address can be settled: value → label. */
    List<Map.Entry<String, String>> ways() {
        return Stream.of(AddressForm.LISTED, AddressForm.BY_HAND, AddressForm.NO_MAIL)
                .map(way -> Map.entry(way, said("staff.seat.address.way." + way)))
                .toList();
    }

    private String said(String words, @Nullable Object... shown) {
        return Objects.requireNonNull(messages.getMessage(words, shown, LocaleContextHolder.getLocale()));
    }
}
