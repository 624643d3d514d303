@NullMarked
package org.clarion.load.people;

import org.jspecify.annotations.NullMarked;
