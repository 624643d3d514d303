package org.clarion.servicedefaults.tokens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Tells the staff layout, as request attribute {@code staff}, who is looking. */
class StaffAttribute implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Staff.of(SecurityContextHolder.getContext().getAuthentication())
                .ifPresent(staff -> request.setAttribute("staff", staff));
        return true;
    }
}
