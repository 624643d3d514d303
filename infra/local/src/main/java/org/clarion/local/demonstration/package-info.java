/** What a fresh platform shows: an invented charity, its campaigns and petitions. */
@NullMarked
package org.clarion.local.demonstration;

import org.jspecify.annotations.NullMarked;
