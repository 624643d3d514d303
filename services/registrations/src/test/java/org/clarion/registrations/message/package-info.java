@NullMarked
package org.clarion.registrations.message;

import org.jspecify.annotations.NullMarked;
