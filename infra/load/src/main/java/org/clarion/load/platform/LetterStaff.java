package org.clarion.load.platform;

import java.time.LocalDate;
import org.clarion.load.Trouble;
import org.clarion.load.platform.Visitor.ComeBack;
import org.clarion.servicedefaults.tokens.TokenIssuer;
import org.jspecify.annotations.Nullable;

/** What staff do in the letters service: by the forms of their pages, and by what {@code ./clarion members} calls. For one thread. */
public final class LetterStaff extends StaffForms {

    private static final String SERVICE = "letters";
    private static final int BUSY = 409;

    private final TokenIssuer launcher;

    public LetterStaff(Address address) {
        super(address, SERVICE, address.letters());
        this.launcher = LauncherKey.of(address);
    }

    /**
     * Tells the directory who sits where.
     *
     * @param asOf the day on which it was so, whatever the directory knows of later days; null for now
     */
    public void importMembers(String csv, @Nullable LocalDate asOf) throws ComeBack {
        var path = "/internal/members/import?name=letters-drill.csv&apply=true"
                + (asOf == null ? "" : "&force=true&asOf=" + asOf);
        var answer = post(path, "text/csv", launcher.forService(SERVICE), csv);
        if (answer.status() == BUSY) {
            throw new ComeBack(answer.body()); // somebody else writes, or was killed while they did
        }
        if (answer.status() != 200) {
            throw new Trouble(
                    "The directory refuses the members with %d: %s".formatted(answer.status(), answer.body()));
        }
    }
}
