/** People signing and confirming, at a rate or as fast as they can. */
@NullMarked
package org.clarion.load.run;

import org.jspecify.annotations.NullMarked;
