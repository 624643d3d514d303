/** From the queue to the office: whose turn it is, who gets it at that moment, what stands against it, and what became of it. */
@NullMarked
package org.clarion.letters.delivery;

import org.jspecify.annotations.NullMarked;
