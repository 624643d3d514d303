/** Who a supporter is without saying so: canonical addresses, pseudonyms, link tokens, names, consent, sources. */
@NullMarked
package org.clarion.supporters;

import org.jspecify.annotations.NullMarked;
