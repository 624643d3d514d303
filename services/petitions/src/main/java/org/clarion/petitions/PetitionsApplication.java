package org.clarion.petitions;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class PetitionsApplication {

    public static void main(String[] args) {
        SpringApplication.run(PetitionsApplication.class, args);
    }
}
