package org.clarion.local.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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

    /** What a visitor would call a piece: not that it was opened, not what belongs to another. */
    private static final Predicate<String> COUNTED =
            Pattern.compile("(campaign|petition|letters|gathering)\\..*").asMatchPredicate();

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration GLANCE = Duration.ofMillis(500);

    private final ServiceCalls campaigns;
    private final ServiceCalls petitions;
    private final ServiceCalls letters;
    private final ServiceCalls registrations;
    private final Path record;
    private final Properties loaded = new Properties();
    private final Staff staff;

    private Demonstration(
            ServiceCalls campaigns,
            ServiceCalls petitions,
            ServiceCalls letters,
            ServiceCalls registrations,
            Path record,
            String email) {
        this.campaigns = campaigns;
        this.petitions = petitions;
        this.letters = letters;
        this.registrations = registrations;
        this.record = record;
        this.staff = new Staff(Ids.next(), email, Set.of(Role.ADMIN));
    }

    public static Demonstration of(Platform platform) {
        return new Demonstration(
                platform.calls(Service.CAMPAIGNS),
                platform.calls(Service.PETITIONS),
                platform.calls(Service.LETTERS),
                platform.calls(Service.REGISTRATIONS),
                platform.home().demonstration(),
                Platform.FIRST_ADMIN);
    }

    /**
     * Loads what has not been loaded before.
     *
     * @return how many campaigns, petitions, letter actions and events that was
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
                open(petitions, "/staff/petitions", petition.slug(), id);
            }
        }
        for (var action : content.letters()) {
            load(action);
        }
        for (var gathering : content.gatherings()) {
            load(gathering, content.organisation().name());
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

    private void load(Content.LetterAction action) {
        var campaign = loaded.getProperty("campaign." + action.campaign());
        var id = once("letters." + action.slug(), () -> created(letters, "/staff/letters", action.form(campaign)));
        for (int i = 0; i < action.variants().size(); i++) {
            var form = action.variants().get(i).form(1 + i);
            once("variant." + i + "." + action.slug(), () -> {
                letters.postForm("/staff/letters/" + id + "/variants", form, staff);
                return id;
            });
        }
        for (var noted : action.positions()) {
            once("position." + noted.person() + "." + action.campaign(), () -> {
                note(campaign, noted);
                return id;
            });
        }
        if (action.open()) {
            open(letters, "/staff/letters", action.slug(), id);
        }
    }

    private void load(Content.Gathering gathering, String host) {
        var form = gathering.form(loaded.getProperty("campaign." + gathering.campaign()), host, LocalDate.now(LONDON));
        var id = once("gathering." + gathering.slug(), () -> created(registrations, "/staff/registrations", form));
        if (gathering.open()) {
            open(registrations, "/staff/registrations", gathering.slug(), id);
        }
    }

    private void open(ServiceCalls service, String pages, String slug, String id) {
        once("open." + slug, () -> {
            service.postForm(pages + "/" + id + "/open", Map.of(), staff);
            return id;
        });
    }

    /** Letters hears of a campaign by way of the broker: a moment after it was launched. */
    private void note(String campaign, Content.Noted noted) {
        var form = noted.form(LocalDate.now(LONDON));
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                letters.postForm("/staff/letters/positions/" + campaign + "/" + noted.person(), form, staff);
                return;
            } catch (PlatformTrouble e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformTrouble("Interrupted while loading the demonstration content", e);
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
        return (int) loaded.stringPropertyNames().stream().filter(COUNTED).count();
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
