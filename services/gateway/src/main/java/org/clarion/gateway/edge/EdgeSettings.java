package org.clarion.gateway.edge;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param trustedProxies addresses or networks (CIDR) whose {@code X-Forwarded-For} is believed */
@ConfigurationProperties("clarion.edge")
record EdgeSettings(@DefaultValue List<String> trustedProxies) {}
