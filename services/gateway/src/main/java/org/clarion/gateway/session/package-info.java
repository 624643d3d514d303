/** Who is signed in, from which browser, and for how long. */
@NullMarked
package org.clarion.gateway.session;

import org.jspecify.annotations.NullMarked;
