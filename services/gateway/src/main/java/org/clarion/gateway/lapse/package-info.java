/** What has lapsed goes. */
@NullMarked
package org.clarion.gateway.lapse;

import org.jspecify.annotations.NullMarked;
