package org.clarion.petitions.signature;

import jakarta.servlet.http.HttpServletResponse;
import org.clarion.actions.campaign.Campaigns;
import org.clarion.actions.link.ParticipationLinks.Opened;
import org.clarion.actions.progress.Progress;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.signature.Signature.Status;
import org.clarion.servicedefaults.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages behind mailed links. Opening one changes nothing; its one button acts, and brings the same page again. */
@Controller
@RequestMapping("/petitions/{slug}")
class LinkPages {

    private static final String PAGE = "signature-link";

    private final SignatureLinks links;
    private final SignatureDesk desk;
    private final SigningDesk signing;
    private final Progress progress;
    private final Campaigns campaigns;
    private final PublicUrl site;

    LinkPages(
            SignatureLinks links,
            SignatureDesk desk,
            SigningDesk signing,
            Progress progress,
            Campaigns campaigns,
            PublicUrl site) {
        this.links = links;
        this.desk = desk;
        this.signing = signing;
        this.progress = progress;
        this.campaigns = campaigns;
        this.site = site;
    }

    @ModelAttribute
    void neverKept(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
    }

    @GetMapping("/sent/{token}")
    String sent(
            @PathVariable String slug,
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String again,
            Model model) {
        var petition = links.action(slug);
        links.openSent(token);
        return page(
                again == null ? "sent" : "sent-again", links.path(SignatureLink.SENT, slug, token), petition, model);
    }

    @PostMapping("/sent/{token}")
    String sendAgain(@PathVariable String slug, @PathVariable String token) {
        links.action(slug);
        signing.resend(links.openSent(token));
        return "redirect:" + links.path(SignatureLink.SENT, slug, token) + "?again";
    }

    @GetMapping("/confirm/{token}")
    String askToConfirm(
            @PathVariable String slug, @PathVariable String token, Model model, HttpServletResponse response) {
        var opened = links.open(SignatureLink.CONFIRM, slug, token);
        var petition = opened.action();
        var signature = opened.participation();
        return switch (signature.status()) {
            case AWAITING_CONFIRMATION -> {
                if (!desk.mayConfirm(opened)) {
                    yield page("too-late", null, petition, model);
                }
                if (opened.expired() && signature.signer() != null) {
                    response.setStatus(HttpStatus.GONE.value());
                    yield page("expired", links.sentPath(petition, signature.signer()), petition, model);
                }
                yield page("confirm", links.path(SignatureLink.CONFIRM, slug, token), petition, model);
            }
            case CONFIRMED -> confirmed(opened, model);
            case WITHDRAWN -> page("withdrawn", null, petition, model);
            case INVALIDATED, EXPIRED -> page("disowned", null, petition, model);
        };
    }

    private String confirmed(Opened<Petition, Signature> opened, Model model) {
        var petition = opened.action();
        model.addAttribute("standing", progress.of(petition));
        model.addAttribute("share", site.to("/petitions/" + petition.slug()).toString());
        if (!opened.expired()) {
            model.addAttribute("manage", links.path(SignatureLink.MANAGE, petition, opened.participation()));
        }
        return page("confirmed", null, petition, model);
    }

    @PostMapping("/confirm/{token}")
    String confirm(@PathVariable String slug, @PathVariable String token) {
        desk.confirm(slug, token);
        return "redirect:" + links.path(SignatureLink.CONFIRM, slug, token);
    }

    @GetMapping("/not-me/{token}")
    String askToDisown(
            @PathVariable String slug, @PathVariable String token, Model model, HttpServletResponse response) {
        var opened = links.open(SignatureLink.NOT_ME, slug, token);
        return switch (opened.participation().status()) {
            case AWAITING_CONFIRMATION, CONFIRMED ->
                actsNoMore(opened)
                        ? tooOld(opened, model, response)
                        : page("disown", links.path(SignatureLink.NOT_ME, slug, token), opened.action(), model);
            case INVALIDATED, EXPIRED -> page("disowned", null, opened.action(), model);
            case WITHDRAWN -> page("withdrawn", null, opened.action(), model);
        };
    }

    @PostMapping("/not-me/{token}")
    String disown(@PathVariable String slug, @PathVariable String token) {
        desk.disown(slug, token);
        return "redirect:" + links.path(SignatureLink.NOT_ME, slug, token);
    }

    @GetMapping("/manage/{token}")
    String manage(
            @PathVariable String slug,
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String saved,
            Model model,
            HttpServletResponse response) {
        var opened = links.open(SignatureLink.MANAGE, slug, token);
        if (opened.participation().status() != Status.CONFIRMED) {
            return nothingToChange(opened, model);
        }
        if (actsNoMore(opened)) {
            return tooOld(opened, model, response);
        }
        model.addAttribute("updates", opened.participation().takesUpdates());
        model.addAttribute("saved", saved != null);
        model.addAttribute("withdraw", links.path(SignatureLink.WITHDRAW, opened.action(), opened.participation()));
        return page("manage", links.path(SignatureLink.MANAGE, slug, token), opened.action(), model);
    }

    @PostMapping("/manage/{token}")
    String save(
            @PathVariable String slug,
            @PathVariable String token,
            @RequestParam(required = false, defaultValue = "false") boolean updates) {
        desk.chooseUpdates(slug, token, updates);
        return "redirect:" + links.path(SignatureLink.MANAGE, slug, token) + "?saved";
    }

    @GetMapping("/withdraw/{token}")
    String askToWithdraw(
            @PathVariable String slug, @PathVariable String token, Model model, HttpServletResponse response) {
        var opened = links.open(SignatureLink.WITHDRAW, slug, token);
        if (opened.participation().status() != Status.CONFIRMED) {
            return nothingToChange(opened, model);
        }
        return actsNoMore(opened)
                ? tooOld(opened, model, response)
                : page("withdraw", links.path(SignatureLink.WITHDRAW, slug, token), opened.action(), model);
    }

    @PostMapping("/withdraw/{token}")
    String withdraw(@PathVariable String slug, @PathVariable String token) {
        desk.withdraw(slug, token);
        return "redirect:" + links.path(SignatureLink.WITHDRAW, slug, token);
    }

    private static boolean actsNoMore(Opened<Petition, Signature> opened) {
        return opened.expired() || opened.participation().isForgotten();
    }

    /** Leads to a fresh link, which goes to the address on record: an old mail in other hands is worth nothing. */
    private String tooOld(Opened<Petition, Signature> opened, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        var signer = opened.participation().signer();
        return signer == null
                ? page("forgotten", null, opened.action(), model)
                : page("too-old", links.sentPath(opened.action(), signer), opened.action(), model);
    }

    private String nothingToChange(Opened<Petition, Signature> opened, Model model) {
        var withdrawn = opened.participation().status() == Status.WITHDRAWN;
        return page(withdrawn ? "withdrawn" : "nothing", null, opened.action(), model);
    }

    /** @param action where the button posts; null for a page without one */
    private String page(String view, @Nullable String action, Petition petition, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("action", action);
        model.addAttribute("petition", petition);
        campaigns.find(petition.campaign()).ifPresent(campaign -> model.addAttribute("accent", campaign.accent()));
        return PAGE;
    }
}
