/** Tests. */
@NullMarked
package org.clarion.campaigns.totals;

import org.jspecify.annotations.NullMarked;
