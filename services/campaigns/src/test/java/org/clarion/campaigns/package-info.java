@NullMarked
package org.clarion.campaigns;

import org.jspecify.annotations.NullMarked;
