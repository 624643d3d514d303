package org.clarion.registrations.picture;

/** What was uploaded cannot be made into a picture. */
public class UnfitPicture extends Exception {

    UnfitPicture(String message) {
        super(message);
    }
}
