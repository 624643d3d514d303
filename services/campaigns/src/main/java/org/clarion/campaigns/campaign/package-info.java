/** The umbrella over actions: what a campaign is about, in which colour. */
@NullMarked
package org.clarion.campaigns.campaign;

import org.jspecify.annotations.NullMarked;
