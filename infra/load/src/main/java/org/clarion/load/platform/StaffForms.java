package org.clarion.load.platform;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

/** What staff do in one service by the forms of their pages, under the gateway's key. For one thread. */
public class StaffForms implements AutoCloseable {

    private static final Pattern ID_AT_THE_END = Pattern.compile("([0-9a-f-]{36})$");

    private final String service;
    private final URI origin;
    private final Line line;
    private final TokenIssuer gateway;
    private final Staff campaigner = new Staff(Ids.next(), "campaigner@example.org", Set.of(Role.ADMIN));

    /** @param origin of the service itself */
    StaffForms(Address address, String service, URI origin) {
        this.service = service;
        this.origin = origin;
        this.line = new Line(origin);
        this.gateway = LauncherKey.ofGateway(address);
    }

    /** Where gatherings are planned. */
    public static StaffForms ofRegistrations(Address address) {
        return new StaffForms(address, "registrations", address.registrations());
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

    /** Opens the page of a form, types all of this and sends it, with the hidden fields that the form had. */
    public void revise(String path, Map<String, String> typed) throws ComeBack {
        var page = answered(() -> line.get(path, Map.of("Authorization", "Bearer " + token())));
        var form = PageForm.all(page.body(), path)
                .filter(found -> found.action().equals(path))
                .findFirst()
                .orElseThrow(() -> new Trouble("%s answers %d, without a form".formatted(path, page.status())));
        send(form.action(), form.with(typed).fields());
    }

    private Line.Answer post(String path, Map<String, String> form) throws ComeBack {
        return send(
                path,
                form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private Line.Answer send(String path, String fields) throws ComeBack {
        var answer = post(path, "application/x-www-form-urlencoded", token(), fields);
        if (answer.status() >= 400) {
            throw new Trouble("%s answers %d".formatted(path, answer.status()));
        }
        return answer;
    }

    private String token() {
        return gateway.forStaff(service, campaigner);
    }

    Line.Answer post(String path, String type, String token, String body) throws ComeBack {
        return answered(() -> line.post(path, Map.of("Content-Type", type, "Authorization", "Bearer " + token), body));
    }

    private interface Exchange {
        Line.Answer run() throws IOException;
    }

    private Line.Answer answered(Exchange exchange) throws ComeBack {
        try {
            var answer = exchange.run();
            if (answer.status() >= 500) {
                throw new ComeBack("%s answers %d".formatted(service, answer.status()));
            }
            return answer;
        } catch (IOException e) {
            throw new ComeBack("%s does not answer on %s".formatted(service, origin), e);
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
