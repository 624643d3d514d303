package org.clarion.campaigns.campaign;

import java.util.Locale;

/** The colours among which a campaign may choose: each has enough contrast on light and on dark pages. */
public enum Accent {
    MADDER,
    MOSS,
    TEAL,
    INDIGO,
    PLUM,
    OCHRE;

    /** As the page shell knows it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
