package org.clarion.campaigns.campaign;

/**
 * What a campaigner writes down about a campaign.
 *
 * @param slug the last part of its address
 * @param language BCP 47 tag of the texts
 * @param text Markdown
 */
record Outline(String slug, String language, String title, String summary, String text, Accent accent) {}
