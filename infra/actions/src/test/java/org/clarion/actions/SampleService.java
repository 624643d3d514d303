package org.clarion.actions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.clarion.testsupport.Backends;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A service with actions in miniature, on real backends. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SampleService.Application.class,
        properties = {"spring.application.name=sample", "clarion.actions.remembered-for=1h"})
@Import(Backends.class)
public @interface SampleService {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    class Application {}
}
