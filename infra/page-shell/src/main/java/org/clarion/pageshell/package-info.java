/** The one look of all pages: layout, styles, form fragments, words, numbers and sanitised Markdown. */
@NullMarked
package org.clarion.pageshell;

import org.jspecify.annotations.NullMarked;
