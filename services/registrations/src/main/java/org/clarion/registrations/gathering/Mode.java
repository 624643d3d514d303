package org.clarion.registrations.gathering;

import org.clarion.servicedefaults.WireNamed;

/** The way in which somebody takes part. */
public enum Mode implements WireNamed {
    IN_PERSON,
    ONLINE
}
