package org.clarion.supporters;

import java.util.Map;

/** What providers do with addresses, by their own help pages: further names of one domain, and dots that mean nothing. */
record MailProvider(String domain, boolean ignoresDots) {

    private static final MailProvider GOOGLE = new MailProvider("gmail.com", true);
    private static final MailProvider APPLE = new MailProvider("icloud.com", false);
    private static final MailProvider PROTON = new MailProvider("proton.me", true);
    private static final MailProvider YANDEX = new MailProvider("yandex.ru", false);

    private static final Map<String, MailProvider> BY_DOMAIN = Map.ofEntries(
            Map.entry("gmail.com", GOOGLE),
            Map.entry("googlemail.com", GOOGLE),
            Map.entry("icloud.com", APPLE),
            Map.entry("me.com", APPLE),
            Map.entry("mac.com", APPLE),
            Map.entry("proton.me", PROTON),
            Map.entry("protonmail.com", PROTON),
            Map.entry("protonmail.ch", PROTON),
            Map.entry("pm.me", PROTON),
            Map.entry("yandex.ru", YANDEX),
            Map.entry("yandex.com", YANDEX),
            Map.entry("ya.ru", YANDEX));

    static MailProvider of(String domain) {
        var known = BY_DOMAIN.get(domain);
        return known != null ? known : new MailProvider(domain, false);
    }

    String mailbox(String local) {
        var untagged = local.indexOf('+') > 0 ? local.substring(0, local.indexOf('+')) : local;
        return ignoresDots ? untagged.replace(".", "") : untagged;
    }
}
