package org.clarion.letters;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class LettersApplication {

    public static void main(String[] args) {
        SpringApplication.run(LettersApplication.class, args);
    }
}
