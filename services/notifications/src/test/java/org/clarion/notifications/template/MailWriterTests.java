package org.clarion.notifications.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clarion.pageshell.Organisation;
import org.clarion.servicedefaults.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

class MailWriterTests {

    private static final Templates TEMPLATES = new Templates();
    private static final MailWriter WRITER = new MailWriter(
            new Organisation("Rushlight", "Charity 1234567", "/privacy", null),
            new PublicUrl(URI.create("https://actions.example.org")));

    private static final Pattern WORD = Pattern.compile("\\$\\{[!(]*([a-z]\\w*?)(?:Stat)?\\b");
    private static final Pattern EACH = Pattern.compile("th:each=\"(\\w+) *:");
    private static final Set<String> GIVEN_TO_ALL =
            Set.of("organisation", "privacy", "language", "name", "links", "subject");

    static Stream<Arguments> everyTemplateInEveryLanguage() {
        return inEveryLanguage(TEMPLATES.all().stream());
    }

    static Stream<Arguments> everyTemplateToSupportersInEveryLanguage() {
        return inEveryLanguage(TEMPLATES.all().stream().filter(template -> template.to() == Audience.SUPPORTER));
    }

    private static Stream<Arguments> inEveryLanguage(Stream<MailTemplate> templates) {
        return templates.flatMap(
                template -> template.languages().stream().map(language -> Arguments.of(template.name(), language)));
    }

    private static MailTemplate template(String name) {
        return TEMPLATES.find(name).orElseThrow();
    }

    private static Map<String, String> model(MailTemplate template) {
        var model = new HashMap<String, String>();
        template.model().forEach(name -> model.put(name, "<" + name + ">"));
        template.texts().forEach(name -> model.put(name, "<" + name + ">"));
        model.replace("hours", "36");
        return model;
    }

    private static Map<String, String> links(MailTemplate template) {
        var links = new HashMap<String, String>();
        template.links().forEach(name -> links.put(name, "https://actions.example.org/" + name + "?a=1&b=k1.x"));
        return links;
    }

    private static Words confirm(@Nullable String name, String petition) throws WordsIncomplete {
        var template = template("signature.confirm");
        var model = model(template);
        model.put("petition", petition);
        return WRITER.write(template, "en", name, model, links(template));
    }

    @ParameterizedTest
    @MethodSource("everyTemplateToSupportersInEveryLanguage")
    void everyTemplateSaysAllThatItIsGivenInBothForms(String name, String language) throws WordsIncomplete {
        var template = template(name);
        var words = WRITER.write(template, language, "Ada Lovelace", model(template), links(template));

        assertThat(words.language()).isEqualTo(language);
        assertThat(words.subject()).isNotBlank().doesNotContain("\n").hasSizeLessThan(150);
        assertThat(words.text()).contains("Ada Lovelace", "Rushlight", "https://actions.example.org/privacy");
        assertThat(words.html())
                .contains("Ada Lovelace", "lang=\"" + language + "\"", "<title>")
                .doesNotContain(" th:", "src=", "<script", "<style", "http://www.thymeleaf.org");
        model(template).values().forEach(value -> {
            assertThat(words.subject() + "\n" + words.text()).contains(value);
            assertThat(words.html()).contains(value.replace("<", "&lt;").replace(">", "&gt;"));
            assertThat(words.html()).doesNotContain("<petition>", "<charity>");
        });
        links(template).forEach((link, address) -> {
            assertThat(words.text()).contains("\n" + address + "\n");
            assertThat(words.html()).contains(address.replace("&", "&amp;"));
        });
    }

    @ParameterizedTest
    @MethodSource("everyTemplateInEveryLanguage")
    void everyTemplateReadsWellAsPlainText(String name, String language) throws WordsIncomplete {
        var template = template(name);
        var text = WRITER.write(template, language, "Ada", model(template), links(template))
                .text();

        assertThat(text.lines().filter(line -> !line.contains("://")))
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(72).doesNotContain("[(", "${", "[#"));
        assertThat(text).doesNotContain("\n\n\n").doesNotStartWith("\n").doesNotContain("null", "!");
    }

    @ParameterizedTest
    @MethodSource("everyTemplateInEveryLanguage")
    void everyMailIsCalledSomethingOnThePagesOfStaff(String name) {
        assertThat(ResourceBundle.getBundle("messages/notifications").containsKey("mail.purpose." + name))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("everyTemplateInEveryLanguage")
    void everyTemplateDoesWithoutWhatItSaysThatItCanDoWithout(String name, String language) throws WordsIncomplete {
        var template = template(name);
        var model = model(template);
        var links = links(template);
        template.optional().forEach(each -> model.computeIfPresent(each, (_, _) -> ""));
        template.optional().forEach(links::remove);
        var words = WRITER.write(template, language, "Ada", model, links);

        assertThat(words.text()).doesNotContain("\n\n\n", "null", "[#", "until ,");
        assertThat(words.html()).doesNotContain("null", "href=\"\"");
    }

    @ParameterizedTest
    @MethodSource("everyTemplateToSupportersInEveryLanguage")
    void everyTemplateDoesWithoutAName(String name, String language) throws WordsIncomplete {
        var template = template(name);
        var words = WRITER.write(template, language, null, model(template), links(template));

        assertThat(words.text()).startsWith("Hello,\n").doesNotContain("null");
        assertThat(words.html()).contains("Hello,").doesNotContain("null");
    }

    @ParameterizedTest
    @MethodSource("everyTemplateInEveryLanguage")
    void everyTemplateRefusesToBeIncomplete(String name, String language) {
        var template = template(name);
        for (var missing : Stream.concat(template.model().stream(), template.texts().stream())
                .filter(each -> !template.optional().contains(each))
                .toList()) {
            var model = model(template);
            model.remove(missing);
            assertThatThrownBy(() -> WRITER.write(template, language, "Ada", model, links(template)))
                    .isInstanceOf(WordsIncomplete.class)
                    .hasMessageContaining(missing);
        }
        for (var missing : template.links()) {
            var links = links(template);
            links.put(missing, "javascript:alert(1)");
            assertThatThrownBy(() -> WRITER.write(template, language, "Ada", model(template), links))
                    .isInstanceOf(WordsIncomplete.class)
                    .hasMessageContaining(missing)
                    .hasMessageNotContaining("javascript");
        }
    }

    /** A word that no description names would stay empty, and nobody would hear of it. */
    @ParameterizedTest
    @MethodSource("everyTemplateInEveryLanguage")
    void everyWordInATemplateIsNamedInItsDescription(String name, String language) throws IOException {
        var template = template(name);
        for (var form : List.of(".txt", ".html")) {
            var source = new ClassPathResource("mail/" + name + "/" + language + form)
                    .getContentAsString(StandardCharsets.UTF_8);

            assertThat(found(WORD, source))
                    .as(form)
                    .isSubsetOf(Stream.of(template.model(), template.texts(), GIVEN_TO_ALL, found(EACH, source))
                            .flatMap(Set::stream)
                            .collect(Collectors.toSet()));
        }
    }

    private static Set<String> found(Pattern pattern, String source) {
        return pattern.matcher(source).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("everyTemplateInEveryLanguage")
    void everyTemplateReadsWellWithoutWhatItCanDoWithout(String name, String language) throws WordsIncomplete {
        var template = template(name);
        var model = model(template);
        template.optional().forEach(each -> model.put(each, " "));
        var words = WRITER.write(template, language, "Ada", model, links(template));

        assertThat(words.text()).doesNotContain("\n\n\n", "null");
        assertThat(words.html()).doesNotContain("null");
    }

    @Test
    void namesAndTitlesCannotBreakOutOfTheirPlace() throws WordsIncomplete {
        var words = confirm("Eve\r\nBcc: all@example.org", "One\r\nTwo\u0000\u202e<b>");

        assertThat(words.subject()).isEqualTo("Please confirm your signature: One Two <b>");
        assertThat(words.text()).contains("Hello Eve Bcc: all@example.org,");
        assertThat(words.html()).doesNotContain("<b>", "\u0000", "\u202e");
    }

    @Test
    void whatIsGivenIsNeverReadAsATemplate() throws WordsIncomplete {
        var words = confirm("[(${links})]", "${7*7} [[${name}]] #{page.title} *{x} __${7*7}__");

        assertThat(words.text()).contains("Hello [(${links})],", "${7*7}").doesNotContain("49");
        assertThat(words.html()).contains("${7*7}").doesNotContain("49");
    }

    @ParameterizedTest
    @CsvSource({"en, en", "en-GB, en", "EN_us, en", "cy, cy", "cy-GB, cy", "pt-BR, pt-br", "pt, en", "fr, en", "'', en"
    })
    void aReaderGetsTheBestLanguageThereIs(String wanted, String language) {
        var template = new MailTemplate(
                "x",
                Audience.SUPPORTER,
                Doubt.SEND_AGAIN,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of("en", "cy", "pt-br"));

        assertThat(template.languageFor(wanted)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"24, 24 hours", "47, 47 hours", "48, 2 days", "72, 3 days", "168, 7 days"})
    void howLongALinkWorksIsSaidAsPeopleSayIt(String hours, String said) throws WordsIncomplete {
        var template = template("signature.confirm");
        var model = model(template);
        model.put("hours", hours);
        var words = WRITER.write(template, "en", "Ada", model, links(template));

        assertThat(words.text()).contains("The link works for " + said + ".");
        assertThat(words.html()).contains("The link works for " + said + ".");
    }

    private static Words letter(String subject, String letter) throws WordsIncomplete {
        return WRITER.write(
                template("letter.to-target"),
                "en",
                null,
                Map.of(
                        "subject",
                        subject,
                        "letter",
                        letter,
                        "writer",
                        "Ada Lovelace\n12 Example Street\nLondon NW1 0AA"),
                Map.of());
    }

    @Test
    void aLetterToAnOfficeIsWhatWasWrittenWithNameAndAddressUnderIt() throws WordsIncomplete {
        var words = letter(
                "Keep the Human Rights Act",
                "Dear Ms Example,\n\nplease keep\nthe Act.\r\n \r\n\r\n7\n\nYours sincerely,\n\nAda Lovelace\n12 Example Street\nLondon NW1 0AA\n");

        assertThat(words.subject()).isEqualTo("Keep the Human Rights Act");
        assertThat(words.text())
                .startsWith(
                        "Dear Ms Example,\n\nplease keep\nthe Act.\n\n7\n\nYours sincerely,\n\nAda Lovelace\n12 Example Street\nLondon NW1 0AA\n\n--\n");
        assertThat(words.html())
                .contains(">Dear Ms Example,</p>", "please keep<br>the Act.</p>", ">7</p>")
                .contains("Ada Lovelace<br>12 Example Street<br>London NW1 0AA</p>")
                .doesNotContain("Hello");
    }

    @Test
    void nothingInALetterIsReadAsAnythingButWords() throws WordsIncomplete {
        var words = letter("One\r\nBcc: all@example.org", "<script>alert(1)</script> [(${links})] ${7*7}\u0000\u202e");

        assertThat(words.subject()).isEqualTo("One Bcc: all@example.org");
        assertThat(words.text()).startsWith("<script>alert(1)</script> [(${links})] ${7*7}\n");
        assertThat(words.html())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "\u0000", "\u202e", "49");
    }

    @Test
    void aLetterOfManyLinesIsNoTrouble() throws WordsIncomplete {
        assertThat(letter("x", "a" + "\n".repeat(20_000) + "b").text()).startsWith("a\n\nb\n");
        assertThat(letter("x", "word ".repeat(4_000)).text().lines().filter(line -> !line.contains("://")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(72));
    }

    @Test
    void longLinesBreakBetweenWords() {
        var line = "word ".repeat(40).strip();

        assertThat(Wrapping.of(line).lines())
                .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(72));
        assertThat(Wrapping.of(line).replace('\n', ' ')).isEqualTo(line);
    }

    @Test
    void theConfirmationMayBeSentTwiceAndTheNoteMayNot() {
        assertThat(template("signature.confirm").doubt()).isEqualTo(Doubt.SEND_AGAIN);
        assertThat(template("signature.already-signed").doubt()).isEqualTo(Doubt.ASK_STAFF);
        assertThat(template("letter.to-target").doubt()).isEqualTo(Doubt.ASK_STAFF);
    }
}
