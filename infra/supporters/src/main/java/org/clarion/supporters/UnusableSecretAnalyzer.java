package org.clarion.supporters;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a start without a secret end in two plain lines instead of a stack trace. */
final class UnusableSecretAnalyzer extends AbstractFailureAnalyzer<UnusableSecret> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableSecret cause) {
        return new FailureAnalysis("A secret of the platform cannot be used.", cause.getMessage(), cause);
    }
}
