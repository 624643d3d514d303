package org.clarion.gateway.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.clarion.gateway.account.AccountRefusal.Reason;
import org.clarion.servicedefaults.Ids;
import org.clarion.servicedefaults.tokens.Role;
import org.clarion.servicedefaults.tokens.Staff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** Invites staff and changes what they may do. There is always somebody left who can. */
@Service
public class AccountDesk {

    private static final Logger log = LoggerFactory.getLogger(AccountDesk.class);

    private final Accounts accounts;
    private final StaffSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AccountDesk(Accounts accounts, StaffSettings settings, Clock clock, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /** Whoever may sign in with that address now. An administrator from the settings has an account when asked for. */
    public Optional<Account> active(String email) {
        var canonical = Account.canonical(email);
        return accounts.find(canonical)
                .or(() -> settings.admins().contains(canonical) ? Optional.of(firstAdmin(canonical)) : Optional.empty())
                .filter(Account::active);
    }

    private Account firstAdmin(String email) {
        try {
            var name = email.substring(0, Math.max(email.indexOf('@'), 0));
            return accounts.add(Account.invite(Ids.next(), email, name, Set.of(Role.ADMIN), clock.instant()));
        } catch (DuplicateKeyException e) {
            return accounts.find(email).orElseThrow(() -> e); // two requests at once; the other one was quicker
        }
    }

    List<Account> all() {
        return accounts.all();
    }

    Account find(UUID member) {
        return accounts.find(member).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    Account invite(String email, String name, Set<Role> roles, Staff by) {
        try {
            var account = accounts.add(Account.invite(Ids.next(), email, name.strip(), roles, clock.instant()));
            log.info("Account {} invited by {} as {}", account.member(), by.id(), roles);
            events.publishEvent(new Invited(account));
            return account;
        } catch (DuplicateKeyException e) {
            throw new AccountRefusal(Reason.KNOWN_ALREADY);
        }
    }

    Account change(UUID member, Set<Role> roles, Staff by) {
        var changed = change(member, account -> account.inRoles(roles));
        log.info("Account {} has roles {} from {}", member, roles, by.id());
        return changed;
    }

    Account activate(UUID member, boolean active, Staff by) {
        var changed = change(member, account -> account.active(active));
        log.info("Account {} made {} by {}", member, active ? "active" : "inactive", by.id());
        return changed;
    }

    private Account change(UUID member, UnaryOperator<Account> change) {
        var before = find(member);
        var after = change.apply(before);
        if (!before.governs() || after.governs()) {
            return accounts.save(after);
        }
        if (!accounts.anyoneElseGoverns(before)) {
            throw new AccountRefusal(Reason.LAST_ADMIN);
        }
        var saved = accounts.save(after);
        if (!accounts.anyoneElseGoverns(saved)) {
            // Two administrators have removed each other at the same moment: both stay.
            accounts.save(new Account(
                    before.email(), member, before.name(), before.roles(), true, before.since(), saved.version()));
            throw new AccountRefusal(Reason.LAST_ADMIN);
        }
        return saved;
    }
}
