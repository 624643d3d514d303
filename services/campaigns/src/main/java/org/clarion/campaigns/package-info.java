/** The umbrella over actions: campaigns, the catalogue of what is live, totals and the staff's dashboards. */
@NullMarked
package org.clarion.campaigns;

import org.jspecify.annotations.NullMarked;
