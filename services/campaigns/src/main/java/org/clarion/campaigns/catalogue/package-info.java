/** What supporters can do now, whatever its kind: a copy of every action topic, and the pages that show it. */
@NullMarked
package org.clarion.campaigns.catalogue;

import org.jspecify.annotations.NullMarked;
