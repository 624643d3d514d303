package org.clarion.gateway.account;

/** Somebody has got an account and does not know it yet. */
public record Invited(Account account) {}
