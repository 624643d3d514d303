/** The platform on one machine: its folders, ports, secrets and processes. */
@NullMarked
package org.clarion.local.platform;

import org.jspecify.annotations.NullMarked;
