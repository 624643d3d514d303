@NullMarked
package org.clarion.actions.campaign;

import org.jspecify.annotations.NullMarked;
