package org.clarion.letters.action;

/** There is no room for one more. */
class TooManyVariants extends RuntimeException {}
