/** Passing requests on to services, and their answers back. */
@NullMarked
package org.clarion.gateway.forwarding;

import org.jspecify.annotations.NullMarked;
