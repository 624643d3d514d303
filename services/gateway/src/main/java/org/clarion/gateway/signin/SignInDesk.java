package org.clarion.gateway.signin;

import java.net.URI;
import java.util.Optional;
import org.clarion.gateway.account.Account;
import org.clarion.gateway.account.AccountDesk;
import org.clarion.gateway.account.Invited;
import org.clarion.gateway.edge.Limit;
import org.clarion.gateway.edge.LimitSettings;
import org.clarion.gateway.session.Secret;
import org.clarion.servicedefaults.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Hands out links to sign in, and takes them back. */
@Service
class SignInDesk {

    /** @param to the staff page to land on */
    record Arrival(Account account, String to) {}

    private final AccountDesk accounts;
    private final SignInLinks links;
    private final StaffMail mail;
    private final PublicUrl publicUrl;
    private final Limit linksPerMember;

    SignInDesk(AccountDesk accounts, SignInLinks links, StaffMail mail, PublicUrl publicUrl, LimitSettings limits) {
        this.accounts = accounts;
        this.links = links;
        this.mail = mail;
        this.publicUrl = publicUrl;
        this.linksPerMember = new Limit(limits.linksPerMember(), limits.remembered());
    }

    /** Mails a link to a member of staff and does nothing for anybody else; the caller cannot tell which. */
    void sendLink(String email, @Nullable String to) {
        accounts.active(email)
                .filter(account -> linksPerMember.take(account.email()).isZero())
                .ifPresent(account -> mail.send(account, "sign-in.mail", () -> link(account, Landing.of(to))));
    }

    @EventListener
    void welcome(Invited invited) {
        mail.send(invited.account(), "sign-in.invitation", () -> publicUrl.to("/sign-in"));
    }

    Optional<URI> linkFor(String email) {
        return accounts.active(email).map(account -> link(account, Landing.HOME));
    }

    boolean opens(Secret secret) {
        return links.opens(secret);
    }

    /** Empty for a link that was used, has lapsed, or whose owner has left. */
    Optional<Arrival> arrive(Secret secret) {
        return links.use(secret)
                .flatMap(link ->
                        accounts.active(link.email()).map(account -> new Arrival(account, Landing.of(link.to()))));
    }

    private URI link(Account account, String to) {
        return publicUrl.to("/sign-in/link/" + links.make(account, to).value());
    }
}
