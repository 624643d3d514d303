/** What a fresh platform shows: an invented charity, its campaigns, petitions and letter actions. */
@NullMarked
package org.clarion.local.demonstration;

import org.jspecify.annotations.NullMarked;
