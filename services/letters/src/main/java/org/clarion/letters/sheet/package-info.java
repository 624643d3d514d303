/** Tables as people send them: lines with named columns. What is wrong with one is named by its line. */
@NullMarked
package org.clarion.letters.sheet;

import org.jspecify.annotations.NullMarked;
