package org.clarion.campaigns;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class CampaignsApplication {

    public static void main(String... args) {
        SpringApplication.run(CampaignsApplication.class, args);
    }
}
