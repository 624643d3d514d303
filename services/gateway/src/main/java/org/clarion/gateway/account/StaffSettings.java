package org.clarion.gateway.account;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param admins addresses that have an administrator's account from the start
 * @param localLinks whether the launcher may fetch sign-in links; only ever on a platform of one machine
 * @param linkLife how long a mailed sign-in link works
 * @param idle how long a session lives without being used
 * @param longest how long a session lives at most
 */
@ConfigurationProperties("clarion.staff")
public record StaffSettings(
        @DefaultValue List<String> admins,
        @DefaultValue("false") boolean localLinks,
        @DefaultValue("15m") Duration linkLife,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest) {

    public StaffSettings {
        admins = admins.stream()
                .map(Account::canonical)
                .filter(email -> !email.isEmpty())
                .toList();
    }
}
