package org.clarion.servicedefaults;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param services base address of each service by its name ({@code clarion.services.petitions} and so on) */
@ConfigurationProperties("clarion")
public record ServiceAddresses(@DefaultValue Map<String, URI> services) {

    /** @throws MissingSetting where the address of that service is not configured */
    public URI of(String service) {
        var address = services.get(service);
        if (address == null) {
            throw new MissingSetting("clarion.services." + service);
        }
        return address;
    }
}
