@NullMarked
package org.clarion.registrations.registration;

import org.jspecify.annotations.NullMarked;
