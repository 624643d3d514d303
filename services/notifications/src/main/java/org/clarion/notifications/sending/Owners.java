package org.clarion.notifications.sending;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clarion.messaging.MessageJson;
import org.clarion.messaging.UnreadableMessage;
import org.clarion.messaging.mail.MailAnswer;
import org.clarion.messaging.mail.MailClaim;
import org.clarion.notifications.mail.Mail;
import org.clarion.servicedefaults.MissingSetting;
import org.clarion.servicedefaults.ServiceAddresses;
import org.clarion.servicedefaults.tokens.TokenIssuer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Redeems claims at the services that asked for mails. */
@Component
class Owners {

    private static final Logger log = LoggerFactory.getLogger(Owners.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(10);

    /** The owner answers, but not to this. */
    private static final Set<HttpStatus> REFUSALS = Set.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.CONFLICT,
            HttpStatus.CONTENT_TOO_LARGE,
            HttpStatus.UNPROCESSABLE_CONTENT,
            HttpStatus.INTERNAL_SERVER_ERROR);

    private record Claims(List<MailClaim> claims) {}

    /** An answer as it came; whatever is missing in it may be null. */
    record Answer(
            UUID mail,
            MailAnswer.@Nullable Decision decision,
            @Nullable String address,
            @Nullable String name,
            @Nullable String language,
            @Nullable Map<String, String> model,
            @Nullable Map<String, String> links,
            @Nullable Sender sender,
            @Nullable List<MailAnswer.Attachment> attachments) {

        record Sender(@Nullable String name, @Nullable String replyTo) {

            /** Says nothing of the writer. */
            @Override
            public String toString() {
                return "Sender";
            }
        }

        /** Says nothing of the recipient. */
        @Override
        public String toString() {
            return "Answer[" + mail + ", " + decision + "]";
        }
    }

    private record Answers(@Nullable List<Answer> answers) {}

    private final ServiceAddresses addresses;
    private final TokenIssuer tokens;
    private final RestClient http;

    Owners(ServiceAddresses addresses, TokenIssuer tokens, RestClient.Builder http) {
        this.addresses = addresses;
        this.tokens = tokens;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build());
        requests.setReadTimeout(READ);
        this.http = http.requestFactory(requests).build();
    }

    /**
     * Where the owner cannot answer to many claims together, it is asked about each alone.
     *
     * @return answers by mail; missing are mails to which the owner gives no usable answer
     * @throws OwnerAway if the owner does not answer at all
     */
    Map<UUID, Answer> redeem(String owner, List<Mail> mails) throws OwnerAway {
        var claims = mails.stream().map(Owners::claim).toList();
        var together = ask(owner, claims);
        if (together != null) {
            return together;
        }
        log.warn("{} cannot answer to {} claims together", owner, claims.size());
        var one = new HashMap<UUID, Answer>();
        for (var claim : claims) {
            var answers = claims.size() == 1 ? null : ask(owner, List.of(claim));
            if (answers != null) {
                one.putAll(answers);
            }
        }
        return one;
    }

    /** @return null if the owner refuses these claims */
    private @Nullable Map<UUID, Answer> ask(String owner, List<MailClaim> claims) throws OwnerAway {
        try {
            return http.post()
                    .uri(addresses.of(owner).resolve("/internal/mail-claims"))
                    .headers(headers -> headers.setBearerAuth(tokens.forService(owner)))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(MessageJson.write(new Claims(claims)))
                    .exchange((request, response) -> read(response));
        } catch (ResourceAccessException e) {
            throw new OwnerAway(
                    e.getCause() == null ? "network" : e.getCause().getClass().getSimpleName());
        } catch (MissingSetting e) {
            throw new OwnerAway(e.variable() + " is not set");
        } catch (UnusableStatus e) {
            throw new OwnerAway("status " + e.status);
        }
    }

    private static @Nullable Map<UUID, Answer> read(ClientHttpResponse response) throws IOException {
        var status = response.getStatusCode();
        if (REFUSALS.stream().anyMatch(refusal -> refusal.isSameCodeAs(status))) {
            return null;
        }
        if (!status.is2xxSuccessful()) {
            throw new UnusableStatus(status.value());
        }
        try {
            var byMail = new HashMap<UUID, Answer>();
            var answers = MessageJson.read(response.getBody().readAllBytes(), Answers.class)
                    .answers();
            if (answers != null) {
                answers.forEach(answer -> byMail.put(answer.mail(), answer));
            }
            return byMail;
        } catch (UnreadableMessage e) {
            return null;
        }
    }

    private static MailClaim claim(Mail mail) {
        var request = mail.request();
        return new MailClaim(mail.id(), request.purpose(), request.aggregate(), request.version(), request.claim());
    }

    private static class UnusableStatus extends RuntimeException {
        private final int status;

        UnusableStatus(int status) {
            super("status " + status);
            this.status = status;
        }
    }
}
