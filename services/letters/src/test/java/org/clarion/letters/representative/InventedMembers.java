package org.clarion.letters.representative;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.clarion.letters.Site;
import org.clarion.testsupport.TestSecrets;

/** Files of invented members, read by the running service. */
public final class InventedMembers {

    private static final String HEADING = "pcon_code,member_id,display_as,party_text,member_email";

    private final Site site;
    private final List<String> lines = new ArrayList<>();

    public InventedMembers(int port) {
        this.site = new Site(port);
    }

    /** @param address empty for none */
    public InventedMembers sits(String seat, long id, String name, String party, String address) {
        lines.add(String.join(",", seat, Long.toString(id), name, party, address));
        return this;
    }

    public InventedMembers vacant(String seat) {
        lines.add(String.join(",", seat, "Vacant", "Vacant", "Vacant", ""));
        return this;
    }

    InventedMembers line(String text) {
        lines.add(text);
        return this;
    }

    /** Writes what the file says, whatever else the directory knows. */
    public void apply() {
        var answer = send("apply=true&force=true");
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    /** @param how parameters of the import */
    HttpResponse<String> send(String how) {
        var file = HEADING + "\n" + String.join("\n", lines) + "\n";
        return site.send(site.to("/internal/members/import?name=invented.csv&" + how)
                .header("Authorization", "Bearer " + TestSecrets.launcherToken("letters"))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(file))
                .build());
    }
}
