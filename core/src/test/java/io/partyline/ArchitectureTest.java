package io.partyline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.partyline.rulebreakers.attic.BreakerInTheAttic;
import io.partyline.rulebreakers.audio.BreakerThatKnowsTheShow;
import io.partyline.rulebreakers.audio.BreakerThatLocks;
import io.partyline.rulebreakers.audio.BreakerThatReadsTheDisk;
import io.partyline.rulebreakers.audio.BreakerThatSleeps;
import io.partyline.rulebreakers.audio.BreakerThatSynchronizes;
import io.partyline.rulebreakers.audio.BreakerThatSynchronizesInside;
import io.partyline.rulebreakers.cast.BreakerThatKnowsAPort;
import io.partyline.rulebreakers.cast.BreakerThatRollsDice;
import io.partyline.rulebreakers.cast.BreakerThatStartsAThread;
import io.partyline.rulebreakers.port.BreakerThatKnowsTheStudio;
import io.partyline.rulebreakers.port.BreakerThatLogs;
import io.partyline.rulebreakers.show.BreakerThatKnowsTheCast;
import io.partyline.rulebreakers.show.BreakerThatReadsTheClock;
import io.partyline.rulebreakers.studio.BreakerOnTheSoundPath;
import io.partyline.rulebreakers.studio.BreakerThatKnowsAnAdapter;
import io.partyline.rulebreakers.studio.BreakerThatPrints;
import io.partyline.rulebreakers.studio.sound.BreakerThatKnowsTheVoiceRoom;
import io.partyline.show.Show;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of the house, inside core. Each is also shown a class that breaks it, so that a rule
/// which has gone blind is noticed.
class ArchitectureTest {
    private static final String BREAKERS = "io.partyline.rulebreakers";
    private static final JavaClasses CORE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.partyline");
    private static final JavaClasses RULEBREAKERS =
            new ClassFileImporter().importPackages(BREAKERS);

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("show knows nothing else", CoreRules::rooms, BreakerThatKnowsTheCast.class),
                rule("cast knows the show only", CoreRules::rooms, BreakerThatKnowsAPort.class),
                rule("audio knows nothing else", CoreRules::rooms, BreakerThatKnowsTheShow.class),
                rule(
                        "port knows show, cast and audio",
                        CoreRules::rooms,
                        BreakerThatKnowsTheStudio.class),
                rule("studio knows core only", CoreRules::rooms, BreakerThatKnowsAnAdapter.class),
                rule(
                        "a room knows those below",
                        CoreRules::rooms,
                        BreakerThatKnowsTheVoiceRoom.class),
                rule("no room is unknown", CoreRules::rooms, BreakerInTheAttic.class),
                rule("threads start in studio", CoreRules::threads, BreakerThatStartsAThread.class),
                rule("only studio logs", CoreRules::logging, BreakerThatLogs.class),
                rule("nobody prints", CoreRules::printing, BreakerThatPrints.class),
                rule("time is an argument", CoreRules::givenTime, BreakerThatReadsTheClock.class),
                rule("chance is an argument", CoreRules::givenTime, BreakerThatRollsDice.class),
                rule("sound waits for no lock", CoreRules::sound, BreakerThatLocks.class),
                rule("sound waits for no disk", CoreRules::sound, BreakerThatReadsTheDisk.class),
                rule("sound does not sleep", CoreRules::sound, BreakerThatSleeps.class),
                rule("studio's sound path too", CoreRules::sound, BreakerOnTheSoundPath.class),
                rule("no guarded method", CoreRules::monitors, BreakerThatSynchronizes.class),
                rule("no guarded block", CoreRules::monitors, BreakerThatSynchronizesInside.class));
    }

    private static Arguments rule(String words, Function<String, ArchRule> rule, Class<?> breaker) {
        return arguments(named(words, rule), breaker);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void coreKeepsTheRule(Function<String, ArchRule> rule) {
        rule.apply("io.partyline").check(CORE);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rules")
    void theRuleCatchesWhoBreaksIt(Function<String, ArchRule> rule, Class<?> breaker) {
        assertThat(rule.apply(BREAKERS).evaluate(RULEBREAKERS).getFailureReport().getDetails())
                .anySatisfy(broken -> assertThat(broken).contains(breaker.getName()));
    }

    @Test
    void coreNeedsNoModuleButTheBase() throws Exception {
        Path classes =
                Path.of(Show.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var descriptor = Files.newInputStream(classes.resolve("module-info.class"))) {
            assertThat(ModuleDescriptor.read(descriptor).requires())
                    .filteredOn(needs ->
                            !needs.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                    .extracting(ModuleDescriptor.Requires::name)
                    .containsExactly("java.base");
        }
    }
}
