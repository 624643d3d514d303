@NullMarked
package org.clarion.registrations.picture;

import org.jspecify.annotations.NullMarked;
