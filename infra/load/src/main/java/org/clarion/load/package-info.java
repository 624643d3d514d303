/** Replays of real petitions and benchmarks, run by hand against a running platform. */
@NullMarked
package org.clarion.load;

import org.jspecify.annotations.NullMarked;
