/** A signature: given on a page or by API, confirmed by mail, counted, withdrawn, forgotten. */
@NullMarked
package org.clarion.petitions.signature;

import org.jspecify.annotations.NullMarked;
