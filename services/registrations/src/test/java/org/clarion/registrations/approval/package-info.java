@NullMarked
package org.clarion.registrations.approval;

import org.jspecify.annotations.NullMarked;
