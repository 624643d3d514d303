package org.clarion.servicedefaults.problems;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says in a service's OpenAPI description how it refuses: the same way whatever was asked. */
record ProblemsDescribed(String service) implements OpenApiCustomizer {

    private static final String NAME = "Problem";

    @Override
    public void customise(OpenAPI api) {
        api.setInfo(new Info()
                .title("Clarion " + service)
                .description("What programs can ask of " + service + ". Paths under /internal and /staff need a token.")
                .version("1"));
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        api.getComponents().addSchemas(NAME, schema()).addResponses(NAME, response());
        api.getPaths()
                .values()
                .forEach(path -> path.readOperations()
                        .forEach(operation -> operation
                                .getResponses()
                                .addApiResponse(ApiResponses.DEFAULT, new ApiResponse().$ref(NAME))));
    }

    private static ApiResponse response() {
        var types = Arrays.stream(Problem.values())
                .map(problem -> "%d /problems/%s".formatted(problem.status().value(), problem.wireName()))
                .collect(Collectors.joining(", "));
        return new ApiResponse()
                .description("A refusal as in RFC 9457. Known to every service: " + types
                        + ". Answers 429 and 503 say in Retry-After after how many seconds to come back.")
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref(NAME))));
    }

    private static Schema<?> schema() {
        var mend = new ObjectSchema()
                .addProperty("field", new StringSchema())
                .addProperty("message", new StringSchema().description("what is wrong with it, for people"));
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri-reference").description("stable, for programs"))
                .addProperty("title", new StringSchema())
                .addProperty(
                        "status",
                        new IntegerSchema().minimum(BigDecimal.valueOf(400)).maximum(BigDecimal.valueOf(599)))
                .addProperty("detail", new StringSchema().description("what to do now, for people"))
                .addProperty("errors", new ArraySchema().items(mend).description("fields to mend, if there are any"));
    }
}
