/** A letter action: who is written to and with which words, its life from draft to archive, its pages for staff and its entry for everybody. */
@NullMarked
package org.clarion.letters.action;

import org.jspecify.annotations.NullMarked;
