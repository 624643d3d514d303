package org.clarion.gateway.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.clarion.servicedefaults.tokens.Role;
import org.clarion.servicedefaults.tokens.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A member of staff. The address is the key, so that nobody has two accounts.
 *
 * @param member how other services know them
 */
@Document("accounts")
public record Account(
        @Id String email,
        UUID member,
        String name,
        Set<Role> roles,
        boolean active,
        Instant since,
        @Version @Nullable Long version) {

    public Account {
        roles = Set.copyOf(roles);
        if (roles.isEmpty() || !roles.stream().allMatch(Role::isStaff)) {
            throw new IllegalArgumentException("An account has at least one role of staff");
        }
    }

    static Account invite(UUID member, String email, String name, Set<Role> roles, Instant now) {
        return new Account(canonical(email), member, name, roles, true, now, null);
    }

    public static String canonical(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    Account inRoles(Set<Role> changed) {
        return new Account(email, member, name, changed, active, since, version);
    }

    Account active(boolean changed) {
        return new Account(email, member, name, roles, changed, since, version);
    }

    boolean governs() {
        return active && roles.contains(Role.ADMIN);
    }

    public Staff asStaff() {
        return new Staff(member, email, roles);
    }
}
