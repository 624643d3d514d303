package org.clarion.gateway.forwarding;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param connectTimeout how long a service may take to accept a connection
 * @param answerTimeout how long a service may be silent; longer than the 15 s between two beats of a stream
 * @param connections how many requests and streams one service serves at once through this gateway, each in about 130 KB of
 *     that service; who comes later waits as long as for a connection, and is asked to come back
 * @param streams how many streams this gateway holds open at once, each in about 120 KB; who comes later asks now and then
 */
@ConfigurationProperties("clarion.forwarding")
record ForwardingSettings(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("20s") Duration answerTimeout,
        @DefaultValue("500") int connections,
        @DefaultValue("300") int streams) {}
