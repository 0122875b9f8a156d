package io.partyline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.partyline.rulebreakers.attic.BreakerInTheAttic;
import io.partyline.rulebreakers.carrier.BreakerThatKnowsTheStudio;
import io.partyline.rulebreakers.carrier.call.BreakerInACircle;
import io.partyline.rulebreakers.doorway.BreakerThatKnowsAShow;
import io.partyline.rulebreakers.events.BreakerOfOneStore;
import io.partyline.rulebreakers.exports.BreakerThatReadsAStore;
import io.partyline.rulebreakers.files.BreakerThatKnowsTheDesk;
import io.partyline.rulebreakers.llm.BreakerManager;
import io.partyline.rulebreakers.llm.BreakerThatKnowsAnotherAdapter;
import io.partyline.rulebreakers.llm.BreakerThatSpeaksToTheCarrier;
import io.partyline.rulebreakers.rehearsal.BreakerThatKnowsTheApp;
import io.partyline.rulebreakers.studio.BreakerWithACallSid;
import io.partyline.rulebreakers.unmarked.BreakerThatMayBeNull;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules between the modules, checked here because only the app sees all of them. Each is also
/// shown a class that breaks it, so that a rule which has gone blind is noticed.
class ModuleBoundariesTest {
    private static final String BREAKERS = "io.partyline.rulebreakers";
    private static final JavaClasses MODULES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.partyline");
    private static final JavaClasses RULEBREAKERS =
            new ClassFileImporter().importPackages(BREAKERS);

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "no adapter knows another",
                        ModuleRules::parts,
                        BreakerThatKnowsAnotherAdapter.class),
                rule("exports know no store", ModuleRules::parts, BreakerThatReadsAStore.class),
                rule("an event's form knows no store", ModuleRules::parts, BreakerOfOneStore.class),
                rule("a doorway knows no show", ModuleRules::parts, BreakerThatKnowsAShow.class),
                rule("files know no show", ModuleRules::parts, BreakerThatKnowsTheDesk.class),
                rule("every package is known", ModuleRules::known, BreakerInTheAttic.class),
                rule("nobody knows the app", ModuleRules::parts, BreakerThatKnowsTheApp.class),
                rule(
                        "the carrier knows nobody",
                        ModuleRules::carrier,
                        BreakerThatKnowsTheStudio.class),
                rule(
                        "the carrier's rooms have no circle",
                        ModuleRules::carrierRooms,
                        BreakerInACircle.class),
                rule(
                        "one speaks to Twilio",
                        ModuleRules::twilio,
                        BreakerThatSpeaksToTheCarrier.class),
                rule("core has its own words", ModuleRules::coreWords, BreakerWithACallSid.class),
                rule("names say something", ModuleRules::names, BreakerManager.class),
                rule("null is marked", ModuleRules::nullMarked, BreakerThatMayBeNull.class));
    }

    private static Arguments rule(String words, Function<String, ArchRule> rule, Class<?> breaker) {
        return arguments(named(words, rule), breaker);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theModulesKeepTheRule(Function<String, ArchRule> rule) {
        rule.apply("io.partyline").check(MODULES);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rules")
    void theRuleCatchesWhoBreaksIt(Function<String, ArchRule> rule, Class<?> breaker) {
        assertThat(rule.apply(BREAKERS).evaluate(RULEBREAKERS).getFailureReport().getDetails())
                .anySatisfy(broken -> assertThat(broken).contains(breaker.getName()));
    }
}
