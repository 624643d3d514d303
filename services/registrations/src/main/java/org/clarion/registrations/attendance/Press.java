package org.clarion.registrations.attendance;

import java.util.UUID;

/**
 * A button that a member of staff pressed at the door.
 *
 * @param id made with the page: a second press of the same button is the same press
 * @param seen how many steps had been taken with the party when the page was made
 * @param by the address of the member of staff
 */
public record Press(UUID id, int seen, String by) {}
