/** What a fresh platform shows: an invented charity, its campaigns, petitions, letter actions and events. */
@NullMarked
package org.clarion.local.demonstration;

import org.jspecify.annotations.NullMarked;
