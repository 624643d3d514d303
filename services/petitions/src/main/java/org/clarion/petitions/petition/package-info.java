/** A petition: its text in versions, its life from draft to archive, its pages for staff and its entry for everybody. */
@NullMarked
package org.clarion.petitions.petition;

import org.jspecify.annotations.NullMarked;
