@NullMarked
package org.clarion.actions.form;

import org.jspecify.annotations.NullMarked;
