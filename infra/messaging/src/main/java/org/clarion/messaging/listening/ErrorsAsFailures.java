package org.clarion.messaging.listening;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/** An {@code Error} would end the listener for good while the service looks healthy; as a failure it parks its record. */
class ErrorsAsFailures implements MethodInterceptor {

    /** A listener ran into an {@code Error}: no memory, no stack, a class that is not there. */
    static class ListenerError extends RuntimeException {
        ListenerError(Error cause) {
            super(cause.toString(), cause);
        }
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        try {
            return invocation.proceed();
        } catch (Error e) {
            throw new ListenerError(e);
        }
    }
}
