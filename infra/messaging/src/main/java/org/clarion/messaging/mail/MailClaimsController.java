package org.clarion.messaging.mail;

import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where notifications redeems the claims of this service's mail requests. */
@RestController
@RequestMapping("/internal/mail-claims")
public class MailClaimsController {

    public record Claims(List<MailClaim> claims) {}

    public record Answers(List<MailAnswer> answers) {}

    private final MailOwner owner;

    public MailClaimsController(MailOwner owner) {
        this.owner = owner;
    }

    @PostMapping
    Answers redeem(@RequestBody Claims claims) {
        return new Answers(owner.redeem(claims.claims()));
    }
}
