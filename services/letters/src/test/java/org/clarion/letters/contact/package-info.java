@NullMarked
package org.clarion.letters.contact;

import org.jspecify.annotations.NullMarked;
