package org.clarion.supporters;

/** No secret, no start. The message names the environment variable and never its value. */
final class UnusableSecret extends RuntimeException {

    UnusableSecret(String variable, String why) {
        super("Set " + variable + " to id:base64, such as k1: and 32 random bytes in base64; " + why);
    }
}
