/** How a service refuses: a problem detail for programs, a page for people. */
@NullMarked
package org.clarion.servicedefaults.problems;

import org.jspecify.annotations.NullMarked;
