package org.clarion.servicedefaults.problems;

import java.io.IOException;

/** More bytes than the address takes; thrown while they are read. */
public class PayloadTooLarge extends IOException {

    public PayloadTooLarge(long limit) {
        super("more than " + limit + " bytes");
    }
}
