package org.clarion.pageshell;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Reads the ticks of forms: only a tick is one; whatever else comes in its place is none. */
@ControllerAdvice
class Ticks {

    @InitBinder
    void ticks(WebDataBinder binder) {
        if (binder.getTargetType() != null) { // a form, not a single parameter
            binder.registerCustomEditor(Boolean.class, new Tick());
            binder.registerCustomEditor(boolean.class, new Tick());
        }
    }

    private static class Tick extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            setValue(text.equals("true") || text.equals("on"));
        }
    }
}
