/** The whole platform driven as its users do: house rules, browser journeys and fault drills. */
@NullMarked
package org.clarion.journeys;

import org.jspecify.annotations.NullMarked;
