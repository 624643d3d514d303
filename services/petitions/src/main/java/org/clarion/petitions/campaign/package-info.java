/** What petitions know of campaigns: a copy of {@code campaign.v1}. */
@NullMarked
package org.clarion.petitions.campaign;

import org.jspecify.annotations.NullMarked;
