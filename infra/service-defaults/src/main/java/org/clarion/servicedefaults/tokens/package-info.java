/** Trust between services: who may call what, proved by tokens that live a minute. */
@NullMarked
package org.clarion.servicedefaults.tokens;

import org.jspecify.annotations.NullMarked;
