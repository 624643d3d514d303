package org.clarion.journeys;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of the house, held against what was compiled. A rule that finds nothing to look at fails. */
class HouseRulesTests {

    private static final String[] PACKAGES_OF_SERVICES = House.services().stream()
            .map(HouseRulesTests::packageOf)
            .map(name -> name + "..")
            .toArray(String[]::new);

    private static final JavaClasses ALL = new ClassFileImporter()
            .importPaths(Stream.of(House.services(), House.libraries())
                    .flatMap(modules -> House.classes(modules).stream())
                    .toList());

    static List<Path> services() {
        return House.services();
    }

    @ParameterizedTest
    @MethodSource("services")
    void servicesNeverDependOnServices(Path service) {
        var own = packageOf(service) + "..";
        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(resideInAnyPackage(PACKAGES_OF_SERVICES)
                        .and(resideInAPackage(own).negate()))
                .check(ALL);
    }

    @Test
    void librariesNeverDependOnServices() {
        noClasses()
                .that()
                .resideInAPackage("org.clarion..")
                .and()
                .resideOutsideOfPackages(PACKAGES_OF_SERVICES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PACKAGES_OF_SERVICES)
                .check(ALL);
    }

    @Test
    void everythingLivesInThePackageOfItsModule() {
        for (var module : Stream.of(House.services(), House.libraries())
                .flatMap(List::stream)
                .toList()) {
            var classes = module.resolve("target/classes/org/clarion");
            if (!classes.toFile().isDirectory()) {
                continue;
            }
            assertThat(classes.toFile().list())
                    .as("packages of %s", module.getFileName())
                    .containsExactly(packageOf(module).substring("org.clarion.".length()));
        }
    }

    @Test
    void noPackageIsAPlaceForOddThings() {
        noClasses()
                .should()
                .resideInAnyPackage("..common..", "..util..", "..utils..", "..core..", "..helper..", "..misc..")
                .check(ALL);
    }

    @ParameterizedTest
    @MethodSource("services")
    void featuresOfAServiceAreFreeOfCycles(Path service) {
        slices().matching(packageOf(service) + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(ALL);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        assertThat(packages())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as("%s has a package-info.java with @NullMarked", each.getName())
                        .isTrue());
    }

    @Test
    void namesSayWhatAClassIsFor() {
        classes()
                .that()
                .resideInAPackage("org.clarion..")
                .should(new ArchCondition<>("not be called Impl, Manager, Helper, Util, Dto or Common") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        var vague = Stream.of("Impl", "Manager", "Helper", "Util", "Utils", "Dto", "DTO", "Common")
                                .anyMatch(item.getSimpleName()::endsWith);
                        events.add(new SimpleConditionEvent(item, !vague, item.getName()));
                    }
                })
                .check(ALL);
    }

    @Test
    void jsonIsReadByOneLibraryOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.databind..")
                .because("Jackson 3 lives in tools.jackson")
                .check(ALL);
    }

    private static List<JavaPackage> packages() {
        return ALL.stream().map(JavaClass::getPackage).distinct().toList();
    }

    private static String packageOf(Path module) {
        return "org.clarion." + module.getFileName().toString().replace("-", "");
    }
}
