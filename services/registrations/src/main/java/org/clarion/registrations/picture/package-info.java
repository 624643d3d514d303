/** Pictures of people who speak: small, made anew from what was uploaded, and shown on the pages of gatherings. */
@NullMarked
package org.clarion.registrations.picture;

import org.jspecify.annotations.NullMarked;
