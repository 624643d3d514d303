package org.clarion.pageshell;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A service in miniature: pages that use every fragment of the shell, for tests and for looking at. */
@SpringBootApplication(proxyBeanMethods = false)
class SamplePages {

    record Staff(String email, Set<String> roles) {}

    enum Done {
        OPENED,
        RAISED
    }

    record Answers(
            @NotBlank(message = "{sample.name.missing}") @Nullable String name,

            @NotBlank(message = "{sample.email.missing}") @Email(message = "{sample.email.wrong}") @Nullable String email,

            @Nullable String country,
            @Nullable String why,

            @NotNull(message = "{sample.how.missing}") @Nullable String how,

            boolean updates,
            @Nullable List<String> days,
            @Nullable String closes) {}

    public static void main(String[] args) {
        SpringApplication.run(SamplePages.class, args);
    }

    static final Instant AT = Instant.parse("2026-11-24T14:32:00Z");

    @Controller
    @RequestMapping("/sample")
    static class Pages {

        private final Markdown markdown;

        Pages(Markdown markdown) {
            this.markdown = markdown;
        }

        @ModelAttribute
        void common(Model model) {
            model.addAttribute("at", AT);
            model.addAttribute("description", "A sample petition");
            model.addAttribute("text", markdown.html("""
                    Every person in this country can ask a court to look again when the state gets it wrong. The \
                    **Human Rights Act** is how.

                    ## What it does

                    - It lets families find out how somebody died in the care of the state.
                    - It protects people in care homes, hospitals and police cells.
                    - It costs nothing to those who never need it.

                    > Rights are what we leave to those who come after us.

                    Read [the Act itself](https://www.legislation.gov.uk/ukpga/1998/42/contents).
                    """));
            model.addAttribute("countries", Map.of("GB", "United Kingdom"));
            model.addAttribute("days", List.of(Map.entry("mon", "Monday"), Map.entry("tue", "Tuesday")));
            model.addAttribute("ways", List.of(Map.entry("post", "By post"), Map.entry("email", "By email")));
        }

        @GetMapping("/public")
        String publicPage(@RequestParam @Nullable String accent, Model model) {
            model.addAttribute("accent", accent);
            model.addAttribute("answers", new Answers(null, null, "GB", null, null, false, List.of("mon"), null));
            return "sample-public";
        }

        @PostMapping("/public")
        String signed(@Valid @ModelAttribute("answers") Answers answers, BindingResult result) {
            if (!result.hasErrors()) {
                result.reject("sample.closed", "sample.closed");
            }
            return "sample-public";
        }

        @GetMapping("/staff")
        String staffPage(Paging paging, Model model) {
            model.addAttribute(
                    "numbers", paging.of(IntStream.rangeClosed(1, 204).boxed().toList()));
            model.addAttribute(
                    "deeds",
                    List.of(
                            new Deed<>(AT, "campaigner@example.org", Done.OPENED),
                            new Deed<>(AT.plusSeconds(3600), null, Done.RAISED, 5000L)));
            model.addAttribute("map", HexMap.of(sampleAreas()));
            model.addAttribute("staff", new Staff("campaigner@example.org", Set.of("campaigner", "admin")));
            return "sample-staff";
        }

        private static List<HexMap.Area> sampleAreas() {
            return IntStream.range(0, 650)
                    .mapToObj(number ->
                            new HexMap.Area("Area " + number, number % 26, number / 26, number * number % 97 / 7))
                    .toList();
        }

        @GetMapping("/privacy")
        String privacy() {
            return "privacy";
        }

        @GetMapping("/error")
        String error(@RequestParam int status) {
            throw new ResponseStatusException(HttpStatus.valueOf(status));
        }
    }
}
