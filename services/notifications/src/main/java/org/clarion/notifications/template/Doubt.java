package org.clarion.notifications.template;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** What to do with a mail of which nobody can say whether it was sent. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum Doubt {
    /** A second copy with the same Message-ID does no harm; a missing one does. */
    SEND_AGAIN,
    /** Better none than two: wait for staff. */
    ASK_STAFF
}
