package org.clarion.messaging.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

    private final List<MailOwner> owners;

    public MailClaimsController(List<MailOwner> owners) {
        this.owners = List.copyOf(owners);
    }

    @PostMapping
    Answers redeem(@RequestBody Claims claims) {
        var byOwner = claims.claims().stream().collect(Collectors.groupingBy(claim -> ownerOf(claim.purpose())));
        var answers = new ArrayList<MailAnswer>();
        byOwner.forEach((owner, own) ->
                answers.addAll(owner.map(known -> known.redeem(own)).orElseGet(() -> noLongerNeeded(own))));
        return new Answers(answers);
    }

    private Optional<MailOwner> ownerOf(String purpose) {
        return owners.stream().filter(owner -> owner.owns(purpose)).findFirst();
    }

    private static List<MailAnswer> noLongerNeeded(List<MailClaim> claims) {
        return claims.stream()
                .map(claim -> MailAnswer.noLongerNeeded(claim.mail()))
                .toList();
    }
}
