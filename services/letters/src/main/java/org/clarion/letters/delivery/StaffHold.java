package org.clarion.letters.delivery;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Staff hold whatever is addressed to a target, until they release it.
 *
 * @param target wire name
 * @param by mail address of the member of staff
 */
@Document("staff-holds")
record StaffHold(@Id String target, Instant since, String by) {}
