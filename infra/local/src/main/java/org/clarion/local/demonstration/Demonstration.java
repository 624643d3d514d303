package org.clarion.local.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.clarion.local.platform.Platform;
import org.clarion.local.platform.PlatformTrouble;
import org.clarion.local.platform.Service;
import org.clarion.local.platform.ServiceCalls;
import org.clarion.servicedefaults.Ids;
import org.clarion.servicedefaults.tokens.Role;
import org.clarion.servicedefaults.tokens.Staff;

/** Loads the demonstration content by the forms that staff use, each piece once. */
public final class Demonstration {

    private static final Pattern ID_AT_THE_END = Pattern.compile("([0-9a-f-]{36})$");

    private static final String MEMBERS = "members";

    private final ServiceCalls campaigns;
    private final ServiceCalls petitions;
    private final ServiceCalls letters;
    private final Path record;
    private final Properties loaded = new Properties();
    private final Staff staff;

    private Demonstration(
            ServiceCalls campaigns, ServiceCalls petitions, ServiceCalls letters, Path record, String email) {
        this.campaigns = campaigns;
        this.petitions = petitions;
        this.letters = letters;
        this.record = record;
        this.staff = new Staff(Ids.next(), email, Set.of(Role.ADMIN));
    }

    public static Demonstration of(Platform platform) {
        return new Demonstration(
                platform.calls(Service.CAMPAIGNS),
                platform.calls(Service.PETITIONS),
                platform.calls(Service.LETTERS),
                platform.home().demonstration(),
                Platform.FIRST_ADMIN);
    }

    /**
     * Loads what has not been loaded before.
     *
     * @return how many campaigns and petitions that was
     */
    public int load() {
        recall();
        var before = pieces();
        var content = Content.read();
        once(MEMBERS, this::members);
        for (var campaign : content.campaigns()) {
            once("campaign." + campaign.slug(), () -> created(campaigns, "/staff/campaigns", campaign.form()));
        }
        for (var petition : content.petitions()) {
            var campaign = loaded.getProperty("campaign." + petition.campaign());
            var id = once(
                    "petition." + petition.slug(),
                    () -> created(petitions, "/staff/petitions", petition.form(campaign)));
            if (petition.open()) {
                once("open." + petition.slug(), () -> {
                    petitions.postForm("/staff/petitions/" + id + "/open", Map.of(), staff);
                    return id;
                });
            }
        }
        return pieces() - before;
    }

    /** Some forty seats; of the others the directory says that it does not know. */
    private String members() {
        try (var in = Objects.requireNonNull(Demonstration.class.getResourceAsStream("/demo/members.csv"))) {
            letters.postFile("/internal/members/import?name=members.csv&apply=true", in.readAllBytes(), "text/csv");
            return "members.csv";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new thing has its page, to which the form leads. */
    private String created(ServiceCalls service, String path, Map<String, String> form) {
        var answer = service.postForm(path, form, staff);
        var page = answer.headers().firstValue("Location").orElse("");
        var id = ID_AT_THE_END.matcher(page);
        if (!id.find()) {
            throw new PlatformTrouble(
                    "%s took \"%s\" and leads to \"%s\", which has no id.".formatted(path, form.get("slug"), page));
        }
        return id.group(1);
    }

    private String once(String piece, Supplier<String> load) {
        var known = loaded.getProperty(piece);
        if (known != null) {
            return known;
        }
        var id = load.get();
        loaded.setProperty(piece, id);
        remember();
        return id;
    }

    private int pieces() {
        return (int) loaded.stringPropertyNames().stream()
                .filter(piece -> !piece.startsWith("open.") && !piece.equals(MEMBERS))
                .count();
    }

    private void recall() {
        if (!Files.exists(record)) {
            return;
        }
        try (var in = Files.newBufferedReader(record)) {
            loaded.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember() {
        try (var out = Files.newBufferedWriter(record)) {
            loaded.store(out, "What of the demonstration content has been loaded, and as what");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
