package org.clarion.local.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import org.clarion.servicedefaults.tokens.SigningKey;

/** New keys for a platform that runs elsewhere, under the names that {@code docker-compose.yml} reads. */
public final class FreshSecrets {

    private FreshSecrets() {}

    public static SequencedMap<String, String> make() {
        var secrets = new LinkedHashMap<String, String>();
        var issuers = new ArrayList<SigningKey>();
        for (var service : Service.values()) {
            if (service.issuesTokens()) {
                var key = SigningKey.generate(service.id());
                issuers.add(key);
                secrets.put("CLARION_TOKENS_KEY_" + service.id().toUpperCase(Locale.ROOT), key.toJson());
            }
        }
        secrets.put("CLARION_TOKENS_TRUSTED", SigningKey.trusted(issuers.toArray(SigningKey[]::new)));
        secrets.put("CLARION_SUPPORTERS_PSEUDONYM_KEY", Secrets.freshSupporterKey());
        secrets.put("CLARION_SUPPORTERS_LINK_KEY", Secrets.freshSupporterKey());
        return secrets;
    }
}
