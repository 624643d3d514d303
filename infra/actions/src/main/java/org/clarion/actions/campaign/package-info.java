/** What an action knows of campaigns: a copy of {@code campaign.v1}. */
@NullMarked
package org.clarion.actions.campaign;

import org.jspecify.annotations.NullMarked;
