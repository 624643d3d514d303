package org.clarion.places;

/**
 * A constituency of the House of Commons, boundaries of July 2024.
 *
 * @param code the nine characters of the Office for National Statistics, such as {@code E14001172}
 * @param nation England, Scotland, Wales or Northern Ireland
 * @param regionCode code of the English region, or of the nation
 * @param region English region, or the nation
 * @param hexQ column on the hex map, odd-r layout
 * @param hexR row on the hex map, upwards
 */
public record Constituency(
        String code, String name, String nation, String regionCode, String region, int hexQ, int hexR) {}
