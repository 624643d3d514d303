package org.clarion.campaigns.campaign;

import org.clarion.servicedefaults.WireNamed;

/** The colours among which a campaign may choose: each has enough contrast on light and on dark pages. */
public enum Accent implements WireNamed {
    MADDER,
    MOSS,
    TEAL,
    INDIGO,
    PLUM,
    OCHRE
}
