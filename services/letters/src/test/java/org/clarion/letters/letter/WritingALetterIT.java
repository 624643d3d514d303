package org.clarion.letters.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.bson.Document;
import org.clarion.letters.RunningService;
import org.clarion.letters.action.Addressing;
import org.clarion.letters.action.Addressing.Choice;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.action.SampleActions;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.letters.target.Target;
import org.clarion.letters.target.TargetLists;
import org.clarion.pageshell.Figures;
import org.clarion.testsupport.ConsentElsewhere;
import org.clarion.testsupport.PublishedMessages;
import org.clarion.testsupport.PublishedMessages.Published;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

@RunningService
class WritingALetterIT {

    @LocalServerPort
    int port;

    @Autowired
    PublishedMessages messages;

    @Autowired
    MongoOperations mongo;

    @Autowired
    Letters letters;

    @Autowired
    TargetLists lists;

    @Autowired
    LetterSettings settings;

    @Autowired
    Clock clock;

    private LetterSite site;
    private LetterAction action = SampleActions.open();

    @BeforeEach
    void open() {
        site = new LetterSite(port, mongo);
        site.elect(LetterSite.SEAT, "Nkechi Okafor", "Ms Okafor");
        action = site.open();
    }

    @Test
    void fromThePageToTheQueueAndBack() {
        var email = LetterSite.freshEmail();
        var begun = site.step(action, "write", startedWith(LetterSite.POSTCODE));
        assertThat(begun.statusCode()).isEqualTo(200);
        assertThat(begun.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(begun.body())
                .contains("Write to Nkechi Okafor", "Dear Ms Okafor,", "Please support a 28-day limit")
                .contains("I ask you to support a limit of 28 days", "What does this mean to you?");

        var words = with(LetterSite.carried(begun.body()), "body", SampleLetters.BODY);
        var whole = site.step(action, "preview", words);
        assertThat(whole.body())
                .contains("Dear Ms Okafor,", "I nurse at the hospital", "I look forward to your answer")
                .contains("These are your own words")
                .contains("value=\"" + LetterSite.POSTCODE + "\"")
                .doesNotContain("checked");

        var from = from(whole.body(), email);
        var sent = site.step(action, "send", from);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(location(sent)).startsWith("/letters/" + action.slug() + "/sent/");
        assertThat(site.page(location(sent)).body()).contains("Now look into your inbox");
        assertThat(site.step(action, "send", from).statusCode())
                .as("a double click")
                .isEqualTo(303);

        var recorded = letters(1).getFirst();
        assertThat(recorded.type()).isEqualTo("letter.recorded.v1");
        var dimensions = recorded.json().required("dimensions");
        assertThat(dimensions.required("constituency").asString()).isEqualTo(LetterSite.SEAT);
        assertThat(dimensions.required("target").asString()).isEqualTo(LetterSite.SEAT);
        assertThat(recorded.text()).doesNotContain(email, "O’Nym", "AB42", "Leather", "nurse");

        var answer = site.redeem(mails(1)).getFirst();
        assertThat(answer.required("decision").asString()).isEqualTo("SEND");
        assertThat(answer.required("address").asString()).isEqualTo(email);
        assertThat(answer.required("model").required("to").asString()).contains("Nkechi Okafor, MP for ");

        var confirm = LetterSite.path(answer, "confirm");
        for (int i = 0; i < 2; i++) {
            var page = site.page(confirm);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(page.body())
                    .contains("action=\"" + confirm + "\"", "Dear Ms Okafor,", "I nurse at the hospital")
                    .contains("Ann O’Nym\n7 Leather Lane\nPeterhead\n" + LetterSite.POSTCODE);
        }
        assertThat(state()).as("opening a link changes nothing").isEqualTo("AWAITING_CONFIRMATION");

        assertThat(location(site.postForm(confirm, Map.of()))).isEqualTo(confirm);
        var confirmed = letters(2).getLast().json();
        assertThat(confirmed.required("state").asString()).isEqualTo("queued");
        assertThat(confirmed.required("measures").required("confirmed").asInt()).isEqualTo(1);
        assertThat(confirmed
                        .required("body")
                        .required("consents")
                        .required(0)
                        .required("choice")
                        .asString())
                .isEqualTo("NOT_GIVEN");
        assertThat(site.postForm(confirm, Map.of()).statusCode())
                .as("a second press")
                .isEqualTo(303);
        assertThat(messages.on("letter.v1").stream().filter(this::isOurs)).hasSize(2);

        var thanks = site.page(confirm).body();
        assertThat(thanks).contains("Your letter is on its way", "Withdraw my letter");
        var manage = LetterSite.linkIn(thanks, "manage");
        assertThat(location(site.postForm(manage, Map.of("updates", "true")))).isEqualTo(manage + "?saved");
        assertThat(letters(3).getLast().type()).isEqualTo("letter.consent-changed.v1");

        var withdraw = LetterSite.linkIn(site.page(manage).body(), "withdraw");
        assertThat(site.page(withdraw).body()).contains("Withdraw your letter?");
        assertThat(site.postForm(withdraw, Map.of()).statusCode()).isEqualTo(303);
        assertThat(site.page(withdraw).body()).contains("Your letter is withdrawn");
        var withdrawn = letters(4).getLast().json();
        assertThat(withdrawn.required("measures").has("confirmed")).isFalse();
        assertThat(stored()).doesNotContain(email, "O’Nym", "AB42", "nurse");
    }

    @Test
    void staffShowAndEraseWhatIsKeptUnderAnAddress() {
        var email = LetterSite.freshEmail();
        site.write(action, LetterSite.letter(email));
        confirm(mails(1).getFirst());
        var page = "/staff/letters/supporters";
        assertThat(site.staffPost(page + "/search", Map.of("email", email), "campaigner")
                        .body())
                .contains("Ann O’Nym", "7 Leather Lane", "I nurse at the hospital", "waits for its turn");
        assertThat(site.staffPost(page + "/erase", Map.of("email", email, "sure", "true"), "campaigner")
                        .body())
                .contains("Erased a supporter, records: 1")
                .doesNotContain("O’Nym");
        assertThat(state()).isEqualTo("WITHDRAWN");
        assertThat(stored()).doesNotContain(email, "O’Nym", "AB42", "nurse", "writer");
        assertThat(letters(3).getLast().type()).isEqualTo("letter.forgotten.v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature.v1", "letter.v1", "registration.v1"})
    void whoSaidYesIsInTheFileUntilTheySayNoToWhateverKindOfAction(String topic) {
        var email = LetterSite.freshEmail();
        site.write(action, LetterSite.letter(email));
        confirm(mails(1).getFirst());
        assertThat(subscribers()).containsOnlyOnce(email + ",Ann O’Nym,en,");

        new ConsentElsewhere(messages).sayNo(topic, letters(1).getFirst().json().required("supporter"));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(subscribers()).doesNotContain(email));
        assertThat(letters(3).getLast().type()).isEqualTo("letter.consent-changed.v1");
        assertThat(messages.on(topic + ".dlt")).isEmpty();
    }

    private String subscribers() {
        return site.staffPost("/staff/letters/supporters/updates", Map.of(), "campaigner")
                .body();
    }

    @Test
    void everybodyGetsTheSameAnswer() {
        var email = LetterSite.freshEmail();
        var first = site.write(action, LetterSite.letter(email));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        var second = site.write(action, changed(email, "body", "Other words"));
        confirm(mails(2).getLast());
        var third = site.write(action, LetterSite.letter(email));
        assertThat(List.of(second.body(), third.body())).containsOnly(first.body());
        assertThat(List.of(second.statusCode(), third.statusCode())).containsOnly(202);
        assertThat(mails(3))
                .extracting(mail -> mail.json().required("purpose").asString())
                .containsExactly("letter.confirm", "letter.confirm", "letter.already-written");

        var pages = new ArrayList<String>();
        for (var each : List.of(email, LetterSite.freshEmail())) {
            var whole = site.step(action, "preview", with(startedWith(LetterSite.POSTCODE), "body", "Words"));
            var location = location(site.step(action, "send", from(whole.body(), each)));
            pages.add(site.page(location).body().replace(location, "HERE"));
        }
        assertThat(pages.getFirst()).isEqualTo(pages.getLast());
    }

    @Test
    void theLastWordsCountAndEarlierMailsLapse() {
        var email = LetterSite.freshEmail();
        site.write(action, LetterSite.letter(email));
        var early = site.redeem(mails(1)).getFirst();
        site.write(action, changed(email, "body", "Better words"));
        var answers = site.redeem(mails(2));
        assertThat(answers.getFirst().required("decision").asString()).isEqualTo("NO_LONGER_NEEDED");
        assertThat(site.page(LetterSite.path(early, "confirm")).statusCode()).isEqualTo(410);
        assertThat(site.postForm(LetterSite.path(early, "confirm"), Map.of()).statusCode())
                .isEqualTo(410);
        assertThat(site.page(LetterSite.path(answers.getLast(), "confirm")).body())
                .contains("Better words");
    }

    @Test
    void theSameLetterFromFiftyTabsIsOneWithFiveMailsAtMost() throws Exception {
        var email = LetterSite.freshEmail();
        try (var crowd = Executors.newFixedThreadPool(16)) {
            var all = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 50; i++) {
                all.add(() -> site.write(action, LetterSite.letter(email)).statusCode());
            }
            for (var answer : crowd.invokeAll(all)) {
                assertThat(answer.get()).isEqualTo(202);
            }
        }
        assertThat(mongo.count(ofAction(), "letters")).isEqualTo(1);
        assertThat(mails(5)).hasSize(5);
        confirm(mails(5).getFirst());
        assertThat(state()).isEqualTo("QUEUED");
    }

    @Test
    void theSameRequestTwiceIsOne() {
        var email = LetterSite.freshEmail();
        for (int i = 0; i < 3; i++) {
            assertThat(site.write(action, LetterSite.letter(email), "Idempotency-Key", "once")
                            .statusCode())
                    .isEqualTo(202);
        }
        confirm(mails(1).getFirst());
        assertThat(mails(1)).hasSize(1);
    }

    @Test
    void sendingAgainIsOpenToEverybodyAndTellsNothing() {
        var email = LetterSite.freshEmail();
        var whole = site.step(action, "preview", with(startedWith(LetterSite.POSTCODE), "body", "Words"));
        var sent = location(site.step(action, "send", from(whole.body(), email)));
        mails(1);
        assertThat(location(site.postForm(sent, Map.of()))).isEqualTo(sent + "?again");
        assertThat(site.page(sent + "?again").body()).contains("We have sent it again");
        assertThat(site.redeem(mails(2)))
                .extracting(answer -> answer.required("decision").asString())
                .containsOnly("SEND");
        confirm(mails(2).getFirst());
        assertThat(site.postForm(sent, Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void whoDidNotWriteTakesItAway() {
        var email = LetterSite.freshEmail();
        site.write(action, LetterSite.letter(email));
        var requests = mails(1);
        var notMe = LetterSite.path(site.redeem(requests).getFirst(), "notMe");
        assertThat(site.page(notMe).body()).contains("It was not me");
        assertThat(site.postForm(notMe, Map.of()).statusCode()).isEqualTo(303);
        assertThat(site.page(notMe).body()).contains("We have taken it away");
        assertThat(letters(2).getLast().type()).isEqualTo("letter.invalidated.v1");
        assertThat(stored()).doesNotContain(email, "O’Nym", "nurse");
        assertThat(site.redeem(requests).getFirst().required("decision").asString())
                .isEqualTo("NO_LONGER_NEEDED");
    }

    @Test
    void toSeveralIsOneConfirmationAndALetterEach() {
        var list = site.list("Ada Vale", "Ben Moss", "Cleo Hart");
        action = site.open(new Addressing(true, list, Choice.CHOOSE));
        var entries = lists.entries(list).stream()
                .map(each -> each.target().wireName())
                .toList();
        var page = site.page("/letters/" + action.slug()).body();
        assertThat(page).contains("Ada Vale", "Ben Moss", "Cleo Hart", "type=\"checkbox\" name=\"to\"");

        var chosen = with(startedWith(LetterSite.POSTCODE), "to", entries.subList(0, 2));
        var begun = site.step(action, "write", chosen).body();
        assertThat(begun).contains("Write to 3 people", "Ada Vale", "Ben Moss").doesNotContain("Cleo Hart");
        var whole = site.step(action, "preview", with(LetterSite.carried(begun), "body", "To all of you"))
                .body();
        assertThat(whole).contains("Dr Vale", "Dr Moss");
        var email = LetterSite.freshEmail();
        assertThat(site.step(action, "send", from(whole, email)).statusCode()).isEqualTo(303);

        var requests = mails(1);
        assertThat(mongo.count(ofAction(), "letters")).isEqualTo(1);
        var confirm = LetterSite.path(site.redeem(requests).getFirst(), "confirm");
        for (int i = 0; i < 2; i++) {
            site.postForm(confirm, Map.of());
        }
        var written = written();
        assertThat(written).hasSize(3).allSatisfy(letter -> {
            assertThat(letter.status()).isEqualTo(Status.QUEUED);
            assertThat(letter.details().text()).isNotNull();
        });
        assertThat(written)
                .extracting(letter -> letter.target().wireName())
                .containsExactlyInAnyOrder(LetterSite.SEAT, entries.get(0), entries.get(1));
        assertThat(site.page(confirm).body()).contains("Your other letters", "Ada Vale", "Ben Moss");
        assertThat(mails(1)).hasSize(1);

        var again = changed(email, "targets", List.of(entries.get(0), entries.get(2)));
        assertThat(site.write(action, again).statusCode()).isEqualTo(202);
        confirm(mails(2).getLast());
        assertThat(written()).as("only to whom nothing went yet").hasSize(4);
    }

    @Test
    void anUnconfirmedLetterGivesWayToOneThatWasConfirmedWithOthers() {
        var list = site.list("Ada Vale", "Ben Moss");
        action = site.open(new Addressing(false, list, Choice.CHOOSE));
        var entries = lists.entries(list).stream()
                .map(each -> each.target().wireName())
                .toList();
        var email = LetterSite.freshEmail();
        var toAda = changed(email, "targets", List.of(entries.getFirst()));
        toAda.put("body", "To Ada alone");
        site.write(action, toAda);
        var early = site.redeem(mails(1)).getFirst();
        var toBen = changed(email, "targets", List.of(entries.getLast()));
        toBen.put("body", "To Ben alone");
        site.write(action, toBen);
        site.postForm(LetterSite.path(site.redeem(mails(2)).getLast(), "confirm"), Map.of());

        site.write(action, changed(email, "targets", entries));
        site.postForm(LetterSite.path(site.redeem(mails(3)).getLast(), "confirm"), Map.of());
        assertThat(site.page(LetterSite.path(early, "confirm")).statusCode()).isEqualTo(410);
        assertThat(written())
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.status()).isEqualTo(Status.QUEUED));
    }

    @Test
    void chanceChoosesOneAndKeepsToIt() {
        var list = site.list("Ada Vale", "Ben Moss", "Cleo Hart");
        action = site.open(new Addressing(false, list, Choice.RANDOM));
        var email = LetterSite.freshEmail();
        for (int i = 0; i < 6; i++) {
            site.write(action, LetterSite.letter(email));
        }
        assertThat(written()).hasSize(1);
        confirm(mails(5).getLast());
        site.write(action, LetterSite.letter(email));
        assertThat(written()).hasSize(1);

        var begun = site.step(action, "write", started()).body();
        var drawn = LetterSite.carried(begun).get("to");
        var whole = site.step(action, "preview", with(LetterSite.carried(begun), "body", "Words"))
                .body();
        assertThat(LetterSite.carried(whole).get("to"))
                .as("whoever was shown gets it")
                .isEqualTo(drawn);
    }

    @Test
    void allOfAListGetOneEach() {
        var list = site.list("Ada Vale", "Ben Moss", "Cleo Hart");
        action = site.open(new Addressing(false, list, Choice.ALL));
        assertThat(site.page("/letters/" + action.slug()).body()).contains("all 3 people");
        site.write(action, LetterSite.letter(LetterSite.freshEmail()));
        confirm(mails(1).getFirst());
        assertThat(written()).hasSize(3);
    }

    @Test
    void aPostcodeAndAConstituencyThatDisagreeAreAskedAboutOnce() {
        var fields = with(startedWith(LetterSite.POSTCODE), "constituency", LetterSite.ELSEWHERE);
        var asked = site.step(action, "write", fields);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("By our records AB42 4EL lies in", "href=\"#constituency\"");
        var kept = LetterSite.carried(asked.body());
        assertThat(kept).containsKey("kept");
        fields.putAll(kept);
        var begun = site.step(action, "write", fields);
        assertThat(begun.statusCode()).isEqualTo(200);
        assertThat(LetterSite.carried(begun.body())).containsEntry("constituency", List.of(LetterSite.ELSEWHERE));
    }

    @Test
    void anotherPostcodeUnderTheLetterIsAskedAbout() {
        site.elect(LetterSite.ELSEWHERE, "Tom Hale", "Mr Hale");
        var whole = site.step(
                action, "preview", with(with(started(), "constituency", LetterSite.ELSEWHERE), "body", "Words"));
        assertThat(whole.body()).contains("Dear Mr Hale,");
        var from = from(whole.body(), LetterSite.freshEmail());
        var asked = site.step(action, "send", from);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains("By our records AB42 4EL lies in", "href=\"#postcode\"", "value=\"Ann O&rsquo;Nym\"")
                .contains("Write to the MP for ", "name=\"instead\"");
        var instead = with(from, "instead", "true");
        var begun = site.step(action, "write", instead).body();
        assertThat(begun).contains("Dear Ms Okafor,", "Words");
        assertThat(LetterSite.carried(begun)).containsEntry("name", List.of("Ann O’Nym"));

        from.putAll(Map.of("kept", LetterSite.carried(asked.body()).get("kept")));
        assertThat(site.step(action, "send", from).statusCode()).as("kept").isEqualTo(303);
        assertThat(written().getFirst().target()).isEqualTo(Target.seat(LetterSite.ELSEWHERE));
    }

    @ParameterizedTest
    @CsvSource({"BT1 1AA, N05000001", "ZE3 9ZZ, S14000062"})
    void anUnknownPostcodeAsksForTheConstituency(String postcode, String constituency) {
        var fields = startedWith(postcode);
        var asked = site.step(action, "write", fields);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains("We do not know this postcode", "<option value=\"N05000001\"", "value=\"" + postcode + "\"");
        fields.put("constituency", constituency);
        assertThat(site.step(action, "write", fields).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasTypedStaysFromStepToStep() {
        var from = from(
                site.step(action, "preview", with(startedWith(LetterSite.POSTCODE), "body", "My own words"))
                        .body(),
                "ann at example");
        from.put("name", "");
        from.put("address", "7 <Leather> Lane");
        var wrong = site.step(action, "send", from);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("Please give your name", "Please check the email address")
                .contains("value=\"ann at example\"", "7 &lt;Leather&gt; Lane", "My own words");
        var back = site.step(action, "write", from).body();
        assertThat(back).contains("My own words");
        assertThat(LetterSite.carried(back)).containsEntry("email", List.of("ann at example"));
        var first = site.step(action, "who", from).body();
        assertThat(LetterSite.carried(first)).containsEntry("body", List.of("My own words"));
        assertThat(first).contains("value=\"" + LetterSite.POSTCODE + "\"");
        assertThat(mongo.count(ofAction(), "letters")).isZero();
    }

    @Test
    void aMemberThatVanishesBetweenPreviewAndConfirmIsNoFailure() {
        var whole = site.step(action, "preview", with(startedWith(LetterSite.POSTCODE), "body", "Words"));
        site.vacate(LetterSite.SEAT);
        var sent = site.step(action, "send", from(whole.body(), LetterSite.freshEmail()));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        var answer = site.redeem(mails(1)).getFirst();
        assertThat(answer.required("model").required("to").asString()).startsWith("the next MP for ");
        var confirm = LetterSite.path(answer, "confirm");
        assertThat(site.page(confirm).statusCode()).isEqualTo(200);
        assertThat(site.postForm(confirm, Map.of()).statusCode()).isEqualTo(303);
        assertThat(state()).isEqualTo("QUEUED");
        assertThat(site.step(action, "write", startedWith(LetterSite.POSTCODE)).body())
                .contains("Nobody sits in this seat just now");
    }

    @Test
    void anOfficeIsNoSupporter() {
        var member = site.elect(LetterSite.SEAT, "Nkechi Okafor", "Ms Okafor");
        var answer = site.write(action, LetterSite.letter("office" + member.id() + "@Parliament.test"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("belongs to an office");
    }

    @Test
    void wordsThatNameWhoeverLeftAreChangedByTheirWriter() {
        site.write(action, changed(LetterSite.freshEmail(), "body", "As Ms Okafor said in the debate"));
        confirm(mails(1).getFirst());
        var letter = written().getFirst();
        var hale = new Addressee("member:1", "Tom Hale", "Mr Hale", "MP", "hale@parliament.test");
        letters.change(letter.id(), current -> current.addressedTo(hale, clock.instant()));
        site.elect(LetterSite.SEAT, "Tom Hale", "Mr Hale");

        var answer = site.redeem(mails(2)).getLast();
        assertThat(answer.required("model").required("before").asString()).isEqualTo("Nkechi Okafor");
        var reword = LetterSite.path(answer, "reword");
        assertThat(site.page(reword).body())
                .contains("Your letter names Nkechi Okafor", "As Ms Okafor said in the debate", "Tom Hale");
        assertThat(site.postForm(reword, Map.of("body", " ")).statusCode()).isEqualTo(422);
        assertThat(site.postForm(reword, Map.of("body", "As your predecessor said"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(state()).isEqualTo("QUEUED");
        assertThat(site.page(reword).body()).contains("Your letter is on its way");
    }

    @Test
    void whatCameBackIsToldByOneButtonAndTheDayAfterwards() {
        site.write(action, LetterSite.letter(LetterSite.freshEmail()));
        confirm(mails(1).getFirst());
        sendAll();
        var late = new DueSweep(letters, settings, Clock.offset(clock, Duration.ofDays(15)));
        late.sweep();
        var answer = site.redeem(mails(3)).getLast();
        assertThat(answer.required("decision").asString()).isEqualTo("SEND");
        var link = LetterSite.path(answer, "answer");
        assertThat(site.page(link).body())
                .contains(
                        "Yes, they answered",
                        "Yes, but beside the question",
                        "Only an acknowledgement",
                        "Nothing came");
        assertThat(state()).isEqualTo("SENT");
        assertThat(site.postForm(link, Map.of("said", "yes")).statusCode()).isEqualTo(303);
        assertThat(state()).isEqualTo("REPLIED");
        var today = LocalDate.now(clock.withZone(Figures.LONDON));
        assertThat(site.page(link).body()).contains("On which day did the answer come?", "max=\"" + today + "\"");
        site.postForm(link, Map.of("said", "yes", "on", today.toString()));
        var told = letters(6).getLast().json();
        assertThat(told.required("measures").required("days").asInt()).isZero();
        assertThat(told.required("dimensions").required("answer").asString()).isEqualTo("yes");
        assertThat(site.page(link + "?again").body()).contains("Did they answer?");
    }

    @Test
    void timeForgetsAndOneBrokenRecordStopsNothing() {
        var broken = UUID.randomUUID();
        mongo.insert(
                new Document("_id", broken)
                        .append("action", action.id())
                        .append("status", "NO_SUCH_STATUS")
                        .append("dueAt", new Date(0)),
                "letters");
        site.write(action, LetterSite.letter(LetterSite.freshEmail()));
        confirm(mails(1).getFirst());
        sendAll();
        site.write(action, LetterSite.letter(LetterSite.freshEmail()));
        letters(4);

        var week = new DueSweep(letters, settings, Clock.offset(clock, Duration.ofDays(8)));
        assertThat(week.sweep().failed()).isPositive();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            week.sweep();
            assertThat(mongo.count(ofAction(), "letters"))
                    .as("sent, and broken")
                    .isEqualTo(2);
        });
        new DueSweep(letters, settings, Clock.offset(clock, Duration.ofDays(29))).sweepAndSay();
        assertThat(stored()).doesNotContain("nurse").contains("O’Nym");
        new DueSweep(letters, settings, Clock.offset(clock, Duration.ofDays(800))).sweepAndSay();
        assertThat(stored()).doesNotContain("O’Nym", "Leather", "pseudonym");
        var forgotten = messages.await(
                "letter.v1", 1, message -> isOurs(message) && message.type().equals("letter.forgotten.v1"));
        assertThat(forgotten.getFirst().json().has("supporter")).isFalse();
        assertThat(forgotten
                        .getFirst()
                        .json()
                        .required("measures")
                        .required("sent")
                        .asInt())
                .isEqualTo(1);
        mongo.remove(Query.query(Criteria.where("_id").is(broken)), "letters");
    }

    @Test
    void theBacklogIsKnownByTargetAndReason() {
        site.write(action, LetterSite.letter(LetterSite.freshEmail()));
        site.write(action, LetterSite.letter(LetterSite.freshEmail()));
        mails(2).forEach(this::confirm);
        var target = Target.seat(LetterSite.SEAT);
        var ids = letters.releasable(target, 1000);
        var ours = written().stream().map(Letter::id).collect(Collectors.toSet());
        assertThat(ids).containsAll(ours);
        letters.change(
                ids.stream().filter(ours::contains).findFirst().orElseThrow(),
                letter -> letter.release(clock.instant()));
        assertThat(letters.releasable(target, 1000)).filteredOn(ours::contains).hasSize(1);
        assertThat(letters.backlog(target))
                .filteredOn(row -> row.action().equals(action.id()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.letters()).isEqualTo(2);
                    assertThat(row.underWay()).isEqualTo(1);
                    assertThat(row.status()).isEqualTo(Status.QUEUED);
                });
        assertThat(letters.backlog()).isNotEmpty();
    }

    @Test
    void aRedirectThatWouldDoubleALetterIsRefused() {
        var email = LetterSite.freshEmail();
        site.elect(LetterSite.ELSEWHERE, "Tom Hale", "Mr Hale");
        var there = LetterSite.letter(email);
        there.remove("postcode");
        there.put("country", "FR");
        there.put("constituency", LetterSite.ELSEWHERE);
        site.write(action, LetterSite.letter(email));
        site.write(action, there);
        mails(2).forEach(this::confirm);
        var here = written().stream()
                .filter(letter -> letter.target().id().equals(LetterSite.SEAT))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> letters.change(
                        here.id(), letter -> letter.redirect(Target.seat(LetterSite.ELSEWHERE), clock.instant())))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void thePageSaysHowThingsStand() {
        var page = site.page("/letters/" + action.slug() + "?utm_source=News+Letter");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .contains("<strong>knows the day</strong>", "name=\"source\" value=\"news-letter\"")
                .contains("data-live-url=\"/letters/" + action.slug() + "/progress\"");
        assertThat(site.page("/letters").body()).contains("Letters");
        var paused = site.put(SampleActions.paused(), false, LetterAction.Status.PAUSED);
        assertThat(site.page("/letters/" + paused.slug()).body())
                .contains("Resting for a moment")
                .doesNotContain("name=\"postcode\"");
        assertThat(site.write(paused, LetterSite.letter(LetterSite.freshEmail()))
                        .body())
                .contains("/problems/letters/action-paused");
        var closed = site.put(SampleActions.closed(), false, LetterAction.Status.CLOSED);
        assertThat(site.page("/letters/" + closed.slug()).body()).contains("This action has closed");
        assertThat(site.step(closed, "write", startedWith(LetterSite.POSTCODE)).statusCode())
                .isEqualTo(303);
        var trial = site.put(SampleActions.open(), true, LetterAction.Status.OPEN);
        assertThat(site.page("/letters/" + trial.slug()).body()).contains("This is a trial");
    }

    @ParameterizedTest
    @CsvSource({"write", "preview", "send", "who"})
    void nobodyWritesByOpeningAnAddress(String step) {
        assertThat(location(site.page("/letters/" + action.slug() + "/" + step)))
                .isEqualTo("/letters/" + action.slug());
    }

    @Test
    void aMistypedDomainIsAskedAboutOnce() {
        var whole = site.step(action, "preview", with(startedWith(LetterSite.POSTCODE), "body", "Words"));
        var from = from(whole.body(), "ann" + UUID.randomUUID() + "@gmial.com");
        var asked = site.step(action, "send", from);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("Did you mean ann", "@gmail.com?");
        from.put("asked", LetterSite.carried(asked.body()).get("asked"));
        assertThat(site.step(action, "send", from).statusCode()).isEqualTo(303);
    }

    private void sendAll() {
        for (var letter : written()) {
            var released = letters.change(letter.id(), current -> current.release(clock.instant()))
                    .orElseThrow();
            letters.change(letter.id(), current -> current.addressedTo(SampleLetters.OKAFOR, clock.instant()));
            letters.change(letter.id(), current -> current.mailSent(released.version(), clock.instant()));
        }
    }

    private void confirm(Published request) {
        var answer = site.redeem(List.of(request)).getFirst();
        assertThat(site.postForm(LetterSite.path(answer, "confirm"), Map.of()).statusCode())
                .isEqualTo(303);
    }

    private Map<String, Object> started() {
        return LetterSite.carried(site.page("/letters/" + action.slug()).body());
    }

    private Map<String, Object> startedWith(String postcode) {
        return with(started(), "postcode", postcode);
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private static Map<String, Object> changed(String email, String field, Object value) {
        return with(LetterSite.letter(email), field, value);
    }

    /** The last page, filled in. */
    private static Map<String, Object> from(String page, String email) {
        var fields = LetterSite.carried(page);
        fields.put("name", "Ann O’Nym");
        fields.put("address", "7 Leather Lane\r\nPeterhead");
        fields.put("postcode", LetterSite.POSTCODE);
        fields.put("country", "GB");
        fields.put("email", email);
        return fields;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private boolean isOurs(Published message) {
        return message.text().contains(action.id().toString());
    }

    private List<Published> letters(int count) {
        return messages.await("letter.v1", count, this::isOurs);
    }

    private List<Published> mails(int count) {
        return messages.await("mail-request.v1", count, mail -> ids().contains(mail.key())).stream()
                .sorted(Comparator.comparing(mail ->
                        Instant.parse(mail.json().required("requestedAt").asString())))
                .toList();
    }

    private Set<String> ids() {
        return written().stream().map(letter -> letter.id().toString()).collect(Collectors.toSet());
    }

    private List<Letter> written() {
        return mongo.find(ofAction().addCriteria(Criteria.where("status").ne("NO_SUCH_STATUS")), Letter.class);
    }

    private String state() {
        return written().getFirst().status().name();
    }

    private String stored() {
        return mongo.find(ofAction(), Document.class, "letters").stream()
                .map(Document::toJson)
                .collect(Collectors.joining());
    }

    private Query ofAction() {
        return Query.query(Criteria.where("action").is(action.id()));
    }
}
