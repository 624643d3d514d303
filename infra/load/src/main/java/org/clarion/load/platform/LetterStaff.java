package org.clarion.load.platform;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clarion.load.Trouble;
import org.clarion.load.platform.Visitor.ComeBack;
import org.clarion.servicedefaults.Ids;
import org.clarion.servicedefaults.tokens.Role;
import org.clarion.servicedefaults.tokens.Staff;
import org.clarion.servicedefaults.tokens.TokenIssuer;
import org.jspecify.annotations.Nullable;

/** What staff do in the letters service: by the forms of their pages, and by what {@code ./clarion members} calls. For one thread. */
public final class LetterStaff implements AutoCloseable {

    private static final String SERVICE = "letters";
    private static final Pattern ID_AT_THE_END = Pattern.compile("([0-9a-f-]{36})$");
    private static final int BUSY = 409;

    private final URI service;
    private final Line line;
    private final TokenIssuer launcher;
    private final TokenIssuer gateway;
    private final Staff campaigner = new Staff(Ids.next(), "campaigner@example.org", Set.of(Role.ADMIN));

    public LetterStaff(Address address) {
        this.service = address.letters();
        this.line = new Line(service);
        this.launcher = LauncherKey.of(address);
        this.gateway = LauncherKey.ofGateway(address);
    }

    /**
     * Tells the directory who sits where.
     *
     * @param asOf the day on which it was so, whatever the directory knows of later days; null for now
     */
    public void importMembers(String csv, @Nullable LocalDate asOf) throws ComeBack {
        var path = "/internal/members/import?name=letters-drill.csv&apply=true"
                + (asOf == null ? "" : "&force=true&asOf=" + asOf);
        var answer = answered(path, "text/csv", launcher.forService(SERVICE), csv);
        if (answer.status() == BUSY) {
            throw new ComeBack(answer.body()); // somebody else writes, or was killed while they did
        }
        if (answer.status() != 200) {
            throw new Trouble(
                    "The directory refuses the members with %d: %s".formatted(answer.status(), answer.body()));
        }
    }

    /** @return the id of what the form made, to whose page it leads */
    public UUID create(String path, Map<String, String> form) throws ComeBack {
        var answer = post(path, form);
        var id = ID_AT_THE_END.matcher(answer.headers().getOrDefault("location", ""));
        if (!id.find()) {
            throw new Trouble("%s answers %d and leads to no new page".formatted(path, answer.status()));
        }
        return UUID.fromString(id.group(1));
    }

    /** Posts a form of a staff page. */
    public void press(String path, Map<String, String> form) throws ComeBack {
        post(path, form);
    }

    private Line.Answer post(String path, Map<String, String> form) throws ComeBack {
        var fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var answer = answered(path, "application/x-www-form-urlencoded", gateway.forStaff(SERVICE, campaigner), fields);
        if (answer.status() >= 400) {
            throw new Trouble("%s answers %d".formatted(path, answer.status()));
        }
        return answer;
    }

    private Line.Answer answered(String path, String type, String token, String body) throws ComeBack {
        try {
            var headers = Map.of("Content-Type", type, "Authorization", "Bearer " + token);
            var answer = line.post(path, headers, body);
            if (answer.status() >= 500) {
                throw new ComeBack("letters answers " + answer.status());
            }
            return answer;
        } catch (IOException e) {
            throw new ComeBack("letters does not answer on " + service, e);
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
