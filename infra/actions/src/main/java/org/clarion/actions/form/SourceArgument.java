package org.clarion.actions.form;

import org.clarion.servicedefaults.PublicUrl;
import org.clarion.supporters.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link Source} from which somebody comes to a page: {@code utm_…}, else who referred. */
class SourceArgument implements HandlerMethodArgumentResolver {

    private final PublicUrl site;

    SourceArgument(PublicUrl site) {
        this.site = site;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Source.class;
    }

    @Override
    public Source resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer view,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return Source.from(
                request.getParameter("utm_source"),
                request.getParameter("utm_medium"),
                request.getParameter("utm_campaign"),
                request.getHeader(HttpHeaders.REFERER),
                site.origin().getHost());
    }
}
