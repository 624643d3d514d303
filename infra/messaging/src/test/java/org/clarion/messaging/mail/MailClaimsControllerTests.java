package org.clarion.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clarion.messaging.mail.MailAnswer.Decision;
import org.clarion.messaging.mail.MailClaimsController.Claims;
import org.junit.jupiter.api.Test;

class MailClaimsControllerTests {

    @Test
    void eachFeatureAnswersItsOwnClaimsAndNobodyElsesAreNoLongerNeeded() {
        var controller = new MailClaimsController(List.of(owning("letter.confirm"), owning("letter.to-target")));
        var confirm = claim("letter.confirm");
        var target = claim("letter.to-target");
        var unknown = claim("letter.of-the-past");
        var answers =
                controller.redeem(new Claims(List.of(target, unknown, confirm))).answers();
        assertThat(answers)
                .extracting(MailAnswer::mail, MailAnswer::decision, MailAnswer::language)
                .containsExactlyInAnyOrder(
                        tuple(confirm.mail(), Decision.SEND, "letter.confirm"),
                        tuple(target.mail(), Decision.SEND, "letter.to-target"),
                        tuple(unknown.mail(), Decision.NO_LONGER_NEEDED, null));
    }

    private static MailClaim claim(String purpose) {
        return new MailClaim(UUID.randomUUID(), purpose, UUID.randomUUID(), 1, "x");
    }

    private static MailOwner owning(String purpose) {
        return new MailOwner() {
            @Override
            public boolean owns(String asked) {
                return asked.equals(purpose);
            }

            @Override
            public List<MailAnswer> redeem(List<MailClaim> claims) {
                return claims.stream()
                        .map(claim ->
                                MailAnswer.send(claim.mail(), "ann@example.org", null, purpose, Map.of(), Map.of()))
                        .toList();
            }
        };
    }
}
