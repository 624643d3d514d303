/** What supporters fill in about themselves, on a page or through an API, and what of it needs mending. */
@NullMarked
package org.clarion.actions.form;

import org.jspecify.annotations.NullMarked;
