/** The one question asked beside a signature: may we write about this and other ways to help? */
@NullMarked
package org.clarion.petitions.consent;

import org.jspecify.annotations.NullMarked;
