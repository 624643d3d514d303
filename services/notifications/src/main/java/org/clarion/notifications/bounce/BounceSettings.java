package org.clarion.notifications.bounce;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where bounces come back to. Without it, mail has its sender's own address as return path, and nobody reads what comes back.
 *
 * @param returnPath the address, such as {@code bounces@example.org}; its server must take what has a plus and more behind the name
 * @param keys sign which mail a return path is of: {@code id:base64}, comma separated, the one in use first
 * @param mailbox where to read what has come back; without it, return paths are signed all the same
 */
@Validated
@ConfigurationProperties("notifications.bounces")
public record BounceSettings(
        @Nullable String returnPath,
        @Nullable String keys,
        @Valid @Nullable Mailbox mailbox) {

    /**
     * A mailbox to be read by IMAP.
     *
     * @param tls whether the connection begins encrypted; without it, it must become so before the password is said
     * @param insecure lets the password travel in the clear, for a server on the same machine
     * @param pollEvery between two looks
     * @param atOnce the most messages of one look
     * @param keep how long that stays in the mailbox which has changed nothing, so that staff can see it
     */
    public record Mailbox(
            @NotBlank String host,
            @DefaultValue("993") @Positive int port,
            @DefaultValue("true") boolean tls,
            @DefaultValue("false") boolean insecure,
            @NotBlank String username,
            @NotBlank String password,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("1m") Duration pollEvery,
            @DefaultValue("200") @Positive int atOnce,
            @DefaultValue("30d") Duration keep) {

        /** Says no password. */
        @Override
        public String toString() {
            return "Mailbox[" + host + "]";
        }
    }

    /** Says no secret. */
    @Override
    public String toString() {
        return "BounceSettings";
    }
}
