/** For tests only: real backends as service connections, what was published, and whether it keeps the contracts. */
@NullMarked
package org.clarion.testsupport;

import org.jspecify.annotations.NullMarked;
