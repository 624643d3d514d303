package org.clarion.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Tests on the whole platform and in a real browser. Both start once for all tests of a run. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnThePlatform.Started.class)
@interface OnThePlatform {

    final class Started implements ParameterResolver {

        private static final Namespace SHARED = Namespace.create(OnThePlatform.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            var type = parameter.getParameter().getType();
            return type == RunningPlatform.class || type == Browser.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            var shared = test.getRoot().getStore(SHARED);
            return parameter.getParameter().getType() == Browser.class
                    ? shared.computeIfAbsent(Browser.class, _ -> Browser.start(), Browser.class)
                    : shared.computeIfAbsent(
                            RunningPlatform.class, _ -> RunningPlatform.start(), RunningPlatform.class);
        }
    }
}
