package org.clarion.places;

/** Where a postcode is. */
public record Place(Constituency constituency) {

    /** ISO 3166 code. */
    public String country() {
        return Countries.UNITED_KINGDOM;
    }

    /** English region, or the nation. */
    public String region() {
        return constituency.region();
    }
}
