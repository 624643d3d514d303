/** The front door: one origin for all services, and the only place that knows browsers, sessions and limits. */
@NullMarked
package org.clarion.gateway;

import org.jspecify.annotations.NullMarked;
