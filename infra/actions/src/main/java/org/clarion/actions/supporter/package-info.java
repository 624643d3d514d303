/** What a service keeps of a supporter, shown to whoever asks for it and erased for whoever wants it gone. */
@NullMarked
package org.clarion.actions.supporter;

import org.jspecify.annotations.NullMarked;
