package org.clarion.servicedefaults;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clarion.servicedefaults.tokens.PublicPaths;
import org.clarion.servicedefaults.tokens.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service with one controller, to hold the defaults against. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(SampleService.Things.class)
public class SampleService {

    @Bean
    PublicPaths publicPaths() {
        return PublicPaths.of("/api/things/**", "/things/**");
    }

    record Consent(boolean updates) {}

    record Thing(
            @NotBlank String name,
            @Nullable @Email String email,
            @Nullable Integer count,
            @Nullable Consent consent,
            @Nullable List<String> tags,
            @Nullable Map<String, String> texts,
            @Nullable Instant at) {}

    @RestController
    static class Things {

        @PostMapping("/api/things")
        Thing take(@Valid @RequestBody Thing thing) {
            return thing;
        }

        @PostMapping("/things")
        String takeForm(@RequestParam String name) {
            return name;
        }

        @GetMapping("/api/things/{id}")
        UUID one(@PathVariable UUID id) {
            return id;
        }

        @PostMapping("/things/elsewhere")
        void elsewhere(HttpServletResponse response) throws IOException {
            response.sendRedirect("/things/here");
        }

        @GetMapping("/things/broken/{token}")
        String broken(@PathVariable String token) {
            throw new IllegalStateException("secret " + token);
        }

        @GetMapping("/things/half")
        void half(HttpServletResponse response) throws IOException {
            response.getWriter().write("1".repeat(100_000));
            throw new IllegalStateException("the rest cannot be read");
        }

        @GetMapping("/things/file")
        void file(HttpServletResponse response) throws IOException {
            response.setHeader("Content-Disposition", "attachment; filename=\"things.csv\"");
            response.getOutputStream().print("name");
            throw new IllegalStateException("the first line cannot be read");
        }

        @GetMapping("/things/store-down")
        String storeDown() throws ConnectException {
            throw new ConnectException("127.0.0.1:27017 refused");
        }

        @GetMapping("/undeclared")
        String undeclared() {
            return "never seen";
        }

        @GetMapping("/staff/things")
        String forStaff(Staff staff) {
            return staff.email();
        }

        @GetMapping("/staff/page")
        String forThePage(@RequestAttribute Staff staff) {
            return staff.email();
        }

        @GetMapping("/staff/admin")
        @PreAuthorize("hasRole('admin')")
        String forAdmins() {
            return "admin";
        }

        @GetMapping("/internal/things")
        String forServices() {
            return "service";
        }
    }
}
