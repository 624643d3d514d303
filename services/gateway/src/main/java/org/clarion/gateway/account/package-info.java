/** Who is staff, and in which roles. */
@NullMarked
package org.clarion.gateway.account;

import org.jspecify.annotations.NullMarked;
