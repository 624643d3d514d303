package org.clarion.places;

/** @param code ISO 3166 alpha-2, such as {@code GB} */
public record Country(String code, String name) {}
