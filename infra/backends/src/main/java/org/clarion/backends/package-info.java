/** A real MongoDB, a real Kafka broker and an SMTP sink on this machine, for the launcher and the tests alike. */
@NullMarked
package org.clarion.backends;

import org.jspecify.annotations.NullMarked;
