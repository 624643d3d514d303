package org.clarion.load.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PageFormTests {

    @Test
    void sendsHiddenFieldsAsTheyAre() {
        var page = """
                <form action="/search" method="get"><input type="hidden" name="no" value="no"></form>
                <form class="act" action="/petitions/confirm?a=1&amp;b=2" method="post">
                  <input type="hidden" name="token" value="k1.A+B&amp;C">
                  <input value="ü" name="x" type="hidden"/>
                  <input type="text" name="typed" value="left out">
                  <button>Confirm my signature</button>
                </form>
                """;

        assertThat(PageForm.on(page, "/petitions/confirm/x"))
                .contains(new PageForm("/petitions/confirm?a=1&b=2", "token=k1.A%2BB%26C&x=%C3%BC"));
    }

    @Test
    void postsToThePageItselfWithoutAnAction() {
        assertThat(PageForm.on("<form method=\"post\"></form>", "/petitions/confirm/x?y=z"))
                .contains(new PageForm("/petitions/confirm/x?y=z", ""));
    }

    @Test
    void sendsWhatIsTypedWithWhatIsHidden() {
        var form = new PageForm("/letters/reword/x", "token=k1");

        assertThat(form.with(Map.of("body", "Ü & more")).fields()).isEqualTo("token=k1&body=%C3%9C+%26+more");
        assertThat(new PageForm("/x", "").with(Map.of("a", "b")).fields()).isEqualTo("a=b");
        assertThat(form.with(Map.of())).isEqualTo(form);
    }

    @Test
    void sendsNoFieldTwice() {
        var form = new PageForm("/staff/edit", "version=3&slug=here");

        assertThat(form.with(Map.of("slug", "there")).fields()).isEqualTo("version=3&slug=there");
    }

    @Test
    void isAbsentFromAPageThatOnlyReads() {
        assertThat(PageForm.on("<form method=\"get\"></form>", "/")).isEmpty();
    }
}
