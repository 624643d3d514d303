/** The one question asked beside every action: may we write about this and other ways to help? */
@NullMarked
package org.clarion.actions.consent;

import org.jspecify.annotations.NullMarked;
