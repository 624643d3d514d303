package org.clarion.gateway.edge;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** So many within a period, such as {@code 20/1m}; what was used comes back evenly over the period. */
public record Rate(long times, Duration period) {

    public Rate {
        if (times < 1 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("A rate is a count and a period, such as 20/1m");
        }
    }

    static Rate parse(String text) {
        var parts = text.strip().split("/", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("A rate is a count and a period, such as 20/1m, not " + text);
        }
        return new Rate(Long.parseLong(parts[0].strip()), DurationStyle.SIMPLE.parse(parts[1].strip()));
    }

    Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(times).refillGreedy(times, period))
                .build();
    }

    @Component
    @ConfigurationPropertiesBinding
    static class Parser implements Converter<String, Rate> {

        @Override
        public Rate convert(String text) {
            return parse(text);
        }
    }
}
