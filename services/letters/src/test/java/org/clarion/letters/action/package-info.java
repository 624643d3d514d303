@NullMarked
package org.clarion.letters.action;

import org.jspecify.annotations.NullMarked;
