/** What every service stands on before it does anything of its own: settings, ids, time, secrets. */
@NullMarked
package org.clarion.servicedefaults;

import org.jspecify.annotations.NullMarked;
