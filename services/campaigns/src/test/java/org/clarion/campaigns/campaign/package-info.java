@NullMarked
package org.clarion.campaigns.campaign;

import org.jspecify.annotations.NullMarked;
