/** How a petition stands, as everybody sees it: its total, live, its goal, and the figures by place and day. */
@NullMarked
package org.clarion.petitions.progress;

import org.jspecify.annotations.NullMarked;
