package org.clarion.notifications.template;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** Whom a kind of mail goes to. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum Audience {
    /** Somebody who gave us an address: gets a few mails a day at most, and none once a server says that there is no such address. */
    SUPPORTER,
    /** Somebody in office, who gets what supporters write. Whether the address is good, and how much it bears, is known to the owner of the mails. */
    OFFICE
}
