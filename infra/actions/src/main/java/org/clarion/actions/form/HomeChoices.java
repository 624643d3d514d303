package org.clarion.actions.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clarion.places.Constituencies;
import org.clarion.places.Countries;
import org.springframework.ui.Model;

/** The countries and constituencies among which a form lets people choose. */
public final class HomeChoices {

    private final Map<String, String> constituencies;
    private final Map<Locale, Map<String, String>> countries = new ConcurrentHashMap<>();

    HomeChoices(Constituencies constituencies) {
        var names = new LinkedHashMap<String, String>();
        constituencies.all().forEach(each -> names.put(each.code(), each.name()));
        this.constituencies = Collections.unmodifiableMap(names);
    }

    /** Fills what {@code actions/form} reads: {@code constituencies} and {@code countries}, each code → name. */
    public void offerIn(Model model, Locale locale) {
        model.asMap().putIfAbsent("asksConstituency", false);
        model.addAttribute("constituencies", constituencies);
        model.addAttribute("countries", countries.computeIfAbsent(locale, HomeChoices::countries));
    }

    private static Map<String, String> countries(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        Countries.in(locale).forEach(country -> names.put(country.code(), country.name()));
        return Collections.unmodifiableMap(names);
    }
}
