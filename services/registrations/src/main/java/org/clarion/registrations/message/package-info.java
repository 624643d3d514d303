/** What staff write to many of those who registered: with a second look, and some minutes in which it can be stopped. */
@NullMarked
package org.clarion.registrations.message;

import org.jspecify.annotations.NullMarked;
