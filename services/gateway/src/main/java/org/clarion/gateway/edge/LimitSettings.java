package org.clarion.gateway.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param posts changes by one address
 * @param postsPerAction changes by one address to one petition (or other action)
 * @param signIns attempts to sign in from one address
 * @param linksPerMember sign-in links to one member of staff
 * @param remembered how many addresses are counted at once, for each limit; the longest unseen goes first
 */
@ConfigurationProperties("clarion.limits")
public record LimitSettings(
        @DefaultValue("120/1m") Rate posts,
        @DefaultValue("20/1m") Rate postsPerAction,
        @DefaultValue("20/15m") Rate signIns,
        @DefaultValue("5/15m") Rate linksPerMember,
        @DefaultValue("100000") int remembered) {}
