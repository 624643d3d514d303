@NullMarked
package org.clarion.testsupport;

import org.jspecify.annotations.NullMarked;
