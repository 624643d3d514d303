/** What everybody may know of how an action goes: its total, live, and its figures without the few. */
@NullMarked
package org.clarion.actions.progress;

import org.jspecify.annotations.NullMarked;
