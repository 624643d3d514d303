@NullMarked
package org.clarion.registrations.gathering;

import org.jspecify.annotations.NullMarked;
