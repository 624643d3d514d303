/** The desk at which staff compare applications and decide who may come, where a gathering admits by approval. */
@NullMarked
package org.clarion.registrations.approval;

import org.jspecify.annotations.NullMarked;
