@NullMarked
package org.clarion.campaigns.catalogue;

import org.jspecify.annotations.NullMarked;
