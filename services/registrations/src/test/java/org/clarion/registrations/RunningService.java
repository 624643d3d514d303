package org.clarion.registrations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.clarion.testsupport.Backends;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The whole service on real backends; one for all tests that say so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = RegistrationsApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "clarion.actions.remembered-for=100ms",
            "registrations.places.sweep-after=1s",
            "registrations.registrations.sweep-after=1s",
            "spring.main.banner-mode=off",
        })
@Import(Backends.class)
public @interface RunningService {}
