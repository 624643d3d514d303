package org.clarion.pageshell;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/**
 * {@code #figures}, {@code #markdown} and {@code #shell} in templates. Beans would do, but Thymeleaf forbids them where an
 * expression ends up in a link or a fragment's parameters.
 */
final class ShellDialect extends AbstractDialect implements IExpressionObjectDialect {

    private final Map<String, Object> objects;

    ShellDialect(Figures figures, Markdown markdown, Shell shell) {
        super("Clarion");
        this.objects = Map.of("figures", figures, "markdown", markdown, "shell", shell);
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {

            @Override
            public Set<String> getAllExpressionObjectNames() {
                return objects.keySet();
            }

            @Override
            public @Nullable Object buildObject(IExpressionContext context, String name) {
                return objects.get(name);
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
