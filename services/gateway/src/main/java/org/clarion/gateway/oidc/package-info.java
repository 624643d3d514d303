/** The other way in: the organisation's own identity provider. */
@NullMarked
package org.clarion.gateway.oidc;

import org.jspecify.annotations.NullMarked;
