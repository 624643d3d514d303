@NullMarked
package org.clarion.actions.consent;

import org.jspecify.annotations.NullMarked;
