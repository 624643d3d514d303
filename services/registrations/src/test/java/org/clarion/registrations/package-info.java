@NullMarked
package org.clarion.registrations;

import org.jspecify.annotations.NullMarked;
