package org.clarion.servicedefaults.input;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxBody largest body that anybody may send
 * @param maxLongBody largest body that anybody may send where people write at length
 * @param longPaths beginnings of the paths where they do
 * @param maxStaffBody largest body from staff and from other services
 * @param formPaths servlet patterns of the paths whose forms and query strings are looked through; a gateway, which
 *     passes bodies on unread, names only its own
 */
@ConfigurationProperties("clarion.input")
public record InputSettings(
        @DefaultValue("64KB") DataSize maxBody,
        @DefaultValue("256KB") DataSize maxLongBody,
        @DefaultValue({"/letters/", "/api/letter-actions/"}) List<String> longPaths,
        @DefaultValue("512KB") DataSize maxStaffBody,
        @DefaultValue("/*") List<String> formPaths) {

    /** @param path of the request */
    public long limitFor(String path) {
        if (path.startsWith("/staff/") || path.startsWith("/internal/")) {
            return maxStaffBody.toBytes();
        }
        return (longPaths.stream().anyMatch(path::startsWith) ? maxLongBody : maxBody).toBytes();
    }
}
