/** Ways in: a mailed link, and on the local platform a link for the launcher. */
@NullMarked
package org.clarion.gateway.signin;

import org.jspecify.annotations.NullMarked;
