/** What every request meets first: headers, cross-site check, limits. */
@NullMarked
package org.clarion.gateway.edge;

import org.jspecify.annotations.NullMarked;
