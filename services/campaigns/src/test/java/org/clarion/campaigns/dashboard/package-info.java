/** Tests. */
@NullMarked
package org.clarion.campaigns.dashboard;

import org.jspecify.annotations.NullMarked;
