/** What a tool needs of a running platform: its pages, its mails, its totals, its processes. */
@NullMarked
package org.clarion.load.platform;

import org.jspecify.annotations.NullMarked;
