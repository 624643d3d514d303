/** Where those who are written to stand on a campaign, as staff have noted it. */
@NullMarked
package org.clarion.letters.position;

import org.jspecify.annotations.NullMarked;
