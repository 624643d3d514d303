/** What people who take part have been written. */
@NullMarked
package org.clarion.actions.mail;

import org.jspecify.annotations.NullMarked;
