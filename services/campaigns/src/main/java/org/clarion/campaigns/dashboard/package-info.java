/** What staff watch: every action with its figures, moving by themselves. */
@NullMarked
package org.clarion.campaigns.dashboard;

import org.jspecify.annotations.NullMarked;
