package org.clarion.pageshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class PageShellTests {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(?<address>/assets/[^\"]+)\"");

    @Autowired
    private MockMvcTester browser;

    @ParameterizedTest
    @ValueSource(strings = {"/sample/public", "/sample/staff", "/sample/privacy"})
    void everyFragmentRendersWithWordsForAllKeys(String page) throws Exception {
        var html = html(page);

        assertThat(html).doesNotContain("??").doesNotContain("th:").endsWith("</html>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sample/public", "/sample/staff", "/sample/privacy"})
    void pagesKeepAStrictContentSecurityPolicy(String page) throws Exception {
        var html = html(page);

        assertThat(html)
                .doesNotContain(" style=")
                .doesNotContain("<style")
                .doesNotContainPattern("<script(?![^>]*src=)");
        assertThat(html)
                .doesNotContainPattern(" on[a-z]+=")
                .doesNotContainPattern("(?:href|src)=\"https?://[^\"]+\\.(?:js|css)");
    }

    @Test
    void whatComesInThePlaceOfATickIsNone() throws Exception {
        var answer = browser.post()
                .uri("/sample/public")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("name", "Ada Example")
                .param("email", "ada@example.org")
                .param("updates", "perhaps")
                .exchange()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .contains("Ada Example")
                .doesNotContainPattern("name=\"updates\"[^>]*checked");
    }

    @Test
    void theRecordOfDeedsTellsTheNewestFirst() throws Exception {
        assertThat(html("/sample/staff"))
                .containsSubsequence(
                        "24 November 2026, 15:32",
                        "The platform",
                        "Raised the goal to 5,000",
                        "24 November 2026, 14:32",
                        "campaigner@example.org",
                        "Opened it");
    }

    @Test
    void aLongListIsLeafedThroughAndSearched() throws Exception {
        var answer = browser.get()
                .uri("/sample/staff?q=Ada&page=3")
                .accept(MediaType.TEXT_HTML)
                .exchange();

        assertThat(answer.getResponse().getContentAsString())
                .contains("?q=Ada&amp;page=2#main", "101 to 150 of 204", "?q=Ada&amp;page=4#main")
                .contains("name=\"state\" value=\"open\"", "value=\"Ada\"", "Show all");
    }

    @Test
    void assetsHaveTheirHashInTheNameAndCanBeFetched() throws Exception {
        var addresses = ADDRESS.matcher(html("/sample/staff"))
                .results()
                .map(match -> match.group("address"))
                .toList();

        assertThat(addresses).hasSizeGreaterThanOrEqualTo(6).allSatisfy(address -> {
            assertThat(address).matches("/assets/.+-[0-9a-f]{32}\\.[a-z]+");
            assertThat(browser.get().uri(address))
                    .hasStatusOk()
                    .headers()
                    .hasValue("Cache-Control", "max-age=31536000, public, immutable");
        });
    }

    @Test
    void aWrongFormKeepsWhatWasTypedAndNamesFieldAndMendTwice() throws Exception {
        var html = browser.post()
                .uri("/sample/public")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("_updates", "on")
                .param("name", "Ada <Example>")
                .param("email", "ada@@example.org")
                .exchange()
                .getResponse()
                .getContentAsString();

        assertThat(html).contains("value=\"Ada &lt;Example&gt;\"", "value=\"ada@@example.org\"");
        assertThat(html).contains("<a href=\"#email\">Please check the email address");
        assertThat(html)
                .contains("aria-describedby=\"email-hint email-error\"", "id=\"email-error\"", "aria-invalid=\"true\"");
        assertThat(html).contains("id=\"email\"", "id=\"how\"");
        assertThat(html).containsSubsequence("<a href=\"#email\">", "<a href=\"#how\">");
    }

    @Test
    void eachOfSeveralTicksHasItsOwnLabelAndKeepsWhatWasTicked() throws Exception {
        var html = html("/sample/public");

        assertThat(html)
                .containsPattern("<input type=\"checkbox\"[^>]*value=\"mon\"[^>]*checked=\"checked\"")
                .doesNotContainPattern("<input type=\"checkbox\"[^>]*value=\"tue\"[^>]*checked");
        assertThat(html).contains("id=\"days\"", "for=\"days-0\"", "id=\"days-0\"", "id=\"days-1\"");
    }

    @Test
    void aSharedLinkHasAPictureWithAFullAddress() throws Exception {
        assertThat(html("/sample/public"))
                .containsPattern("og:image\" content=\"http://localhost:8080/assets/share-[0-9a-f]{32}\\.png\"");
    }

    @Test
    void refusalsOfTheWholeFormStandAtTheTop() throws Exception {
        var html = browser.post()
                .uri("/sample/public")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("_updates", "on")
                .param("name", "Ada Example")
                .param("email", "ada@example.org")
                .param("how", "post")
                .exchange()
                .getResponse()
                .getContentAsString();

        assertThat(html).contains("This petition is closed");
    }

    @ParameterizedTest
    @CsvSource({
        "404, We have no page at this address",
        "403, This page is not open to you",
        "429, That was a lot at once",
        "500, Something went wrong on our side",
        "502, Something went wrong on our side",
        "503, We cannot do that just now",
        "409, That did not work"
    })
    void errorsAreSaidInGoodWords(int status, String words) throws Exception {
        var result = browser.get()
                .uri("/error")
                .accept(MediaType.TEXT_HTML)
                .requestAttr("jakarta.servlet.error.status_code", status)
                .exchange();

        assertThat(result)
                .hasStatus(status)
                .bodyText()
                .contains("<h1>" + words + "</h1>")
                .doesNotContain("??");
    }

    @Test
    void aRefusalIsSaidInItsOwnWords() throws Exception {
        var result = browser.get()
                .uri("/error")
                .accept(MediaType.TEXT_HTML)
                .requestAttr("jakarta.servlet.error.status_code", 409)
                .flashAttr("title", "This has begun already")
                .flashAttr("detail", "It can be changed until it begins.")
                .exchange();

        assertThat(result).bodyText().contains("<h1>This has begun already</h1>", "It can be changed until it begins.");
    }

    @Test
    void aLanguageWithoutWordsIsAnsweredInEnglish() {
        assertThat(browser.get().uri("/sample/public").locale(Locale.FRENCH).accept(MediaType.TEXT_HTML))
                .bodyText()
                .contains("lang=\"en\" dir=\"ltr\"", "1,204", "of 5,000");
    }

    private String html(String page) throws Exception {
        var result = browser.get().uri(page).accept(MediaType.TEXT_HTML).exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString();
    }
}
