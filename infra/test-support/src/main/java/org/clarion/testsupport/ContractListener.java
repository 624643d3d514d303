package org.clarion.testsupport;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Fails a test in which a message was published that breaks its contract. Active in every Spring test. */
public class ContractListener extends AbstractTestExecutionListener {

    @Override
    public void afterTestMethod(TestContext test) {
        var breaches = ContractInterceptor.takeBreaches();
        if (!breaches.isEmpty()) {
            throw new AssertionError("Published against the contract:\n" + String.join("\n", breaches));
        }
    }
}
