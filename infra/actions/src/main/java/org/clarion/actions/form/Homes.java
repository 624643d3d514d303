package org.clarion.actions.form;

import java.util.Optional;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import org.clarion.places.Places;
import org.clarion.places.Postcode;

/** Knows postcodes and constituencies, for what supporters fill in. */
public final class Homes {

    private final Places places;
    private final Constituencies constituencies;

    public Homes(Places places, Constituencies constituencies) {
        this.places = places;
        this.constituencies = constituencies;
    }

    Optional<Constituency> constituency(Postcode postcode) {
        return places.find(postcode).map(place -> place.constituency());
    }

    Optional<Constituency> constituency(String code) {
        return constituencies.byCode(code);
    }
}
