package io.partyline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// What may know what inside core, and what the pure and the real-time parts must not do. Every
/// rule is given the package that it looks into.
final class CoreRules {
    private CoreRules() {}

    /// Every room of core, and the rooms that it may know. A package that is not named here is not
    /// part of the house.
    private static final Map<String, List<String>> ROOMS =
            Map.ofEntries(
                    room("spend"),
                    room("show", "spend"),
                    room("cast", "show"),
                    room("mix", "show"),
                    room("audio"),
                    room("audio.buffer", "audio"),
                    room("audio.rate", "audio"),
                    room("audio.level", "audio", "audio.rate"),
                    room("audio.loudness", "audio", "audio.level"),
                    room("audio.chain", "audio", "audio.level", "audio.loudness"),
                    room("audio.mixer", "audio", "audio.level"),
                    room("audio.speech", "audio"),
                    room("audio.player", "audio", "audio.level"),
                    room("audio.delay", "audio", "audio.level"),
                    room(
                            "port",
                            "spend",
                            "show",
                            "cast",
                            "audio",
                            "audio.rate",
                            "audio.delay",
                            "audio.loudness"),
                    room("studio.run", "show", "port"),
                    room("studio.sound", "show", "mix", "audio..", "port", "studio.run"),
                    room("studio.program", "show", "audio..", "port", "studio.sound"),
                    room("studio.tape", "show", "mix", "audio..", "port", "studio.sound"),
                    room("studio.music", "show", "mix", "audio..", "port", "studio.sound"),
                    room("studio.mail", "show", "audio", "port", "studio.run"),
                    room("studio.phone", "show", "port", "studio.run", "studio.sound"),
                    room(
                            "studio.voice",
                            "show",
                            "cast",
                            "audio..",
                            "port",
                            "studio.run",
                            "studio.sound"),
                    room(
                            "studio.screen",
                            "show",
                            "cast",
                            "port",
                            "studio.run",
                            "studio.sound",
                            "studio.tape",
                            "studio.voice"),
                    room(
                            "studio.after",
                            "show",
                            "cast",
                            "mix",
                            "port",
                            "studio.run",
                            "studio.sound",
                            "studio.tape",
                            "studio.phone",
                            "studio.voice"),
                    room("studio", "spend", "show", "cast", "mix", "audio..", "port", "studio.."));

    private static Map.Entry<String, List<String>> room(String room, String... knows) {
        return Map.entry(room, List.of(knows));
    }

    /// No room knows more than it may, and there is no room that is not on the list.
    static ArchRule rooms(String root) {
        return classes().that().resideInAPackage(root + ".(*)..").should(new KeepToTheirRoom(root));
    }

    private static final class KeepToTheirRoom extends ArchCondition<JavaClass> {
        private final String root;

        KeepToTheirRoom(String root) {
            super("keep to their room");
            this.root = root;
        }

        @Override
        public void check(JavaClass who, ConditionEvents events) {
            String room = who.getPackageName().substring(root.length() + 1);
            List<String> knows = ROOMS.get(room);
            if (knows == null) {
                events.add(violated(who, who.getName() + " lives in a room that is not listed"));
                return;
            }
            PackageMatchers allowed =
                    PackageMatchers.of(
                            Stream.concat(
                                            Stream.of(
                                                    "java..", "org.jspecify..", root + "." + room),
                                            knows.stream().map(known -> root + "." + known))
                                    .toArray(String[]::new));
            who.getDirectDependenciesFromSelf().stream()
                    .filter(known -> !allowed.test(packageOf(known)))
                    .forEach(known -> events.add(violated(who, known.getDescription())));
        }

        private static String packageOf(Dependency known) {
            return known.getTargetClass().getBaseComponentType().getPackageName();
        }

        private static ConditionEvent violated(JavaClass who, String what) {
            return SimpleConditionEvent.violated(who, what);
        }
    }

    static ArchRule threads(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".studio..")
                .should()
                .accessTargetWhere(access("starts a thread", CoreRules::startsAThread));
    }

    private static boolean startsAThread(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        return (owner.isAssignableTo(Thread.class)
                        && Set.of(
                                        "<init>",
                                        "start",
                                        "startVirtualThread",
                                        "ofVirtual",
                                        "ofPlatform")
                                .contains(name))
                || owner.isAssignableTo(Executors.class)
                || owner.isAssignableTo(Executor.class)
                || (owner.isAssignableTo(CompletableFuture.class) && name.endsWith("Async"))
                || (owner.getPackageName().equals("java.util.stream") && name.equals("parallel"))
                || name.equals("parallelStream");
    }

    static ArchRule logging(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".studio..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(System.Logger.class);
    }

    static ArchRule printing(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err");
    }

    static ArchRule givenTime(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".spend", root + ".show", root + ".cast", root + ".mix")
                .should()
                .accessTargetWhere(
                        access("takes the time or a chance", CoreRules::takesTimeOrChance));
    }

    private static boolean takesTimeOrChance(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        return (owner.getPackageName().equals("java.time")
                        && (name.equals("now") || name.startsWith("system")))
                || Set.of("nanoTime", "currentTimeMillis", "randomUUID", "random").contains(name)
                || owner.isAssignableTo(ThreadLocalRandom.class)
                || (owner.isAssignableTo(Random.class) && name.equals("<init>"));
    }

    /// What is called on the audio thread: all of `audio`, and whatever else gives, takes or ticks
    /// frames.
    static ArchRule sound(String root) {
        return noClasses()
                .that(areOnTheSoundPath(root))
                .should()
                .dependOnClassesThat(mayKeepOneWaiting())
                .orShould()
                .callMethod(Thread.class, "sleep", long.class);
    }

    static ArchRule monitors(String root) {
        return classes().that(areOnTheSoundPath(root)).should(new HoldNoMonitor());
    }

    private static DescribedPredicate<JavaClass> areOnTheSoundPath(String root) {
        return resideInAPackage(root + ".audio..")
                .or(assignableTo(root + ".audio.FrameSource"))
                .or(assignableTo(root + ".audio.FrameSink"))
                .or(assignableTo(root + ".port.Ticking"))
                .as("are on the sound path");
    }

    private static DescribedPredicate<JavaClass> mayKeepOneWaiting() {
        return resideInAPackage("java.util.concurrent.locks")
                .and(DescribedPredicate.not(assignableTo(LockSupport.class)))
                .or(assignableTo(BlockingQueue.class))
                .or(assignableTo(Semaphore.class))
                .or(assignableTo(CountDownLatch.class))
                .or(assignableTo(System.Logger.class))
                .or(resideInAPackage("java.io"))
                .or(resideInAPackage("java.nio.file"))
                .or(resideInAPackage("java.nio.channels"))
                .or(resideInAPackage("java.net.."))
                .as("may keep one waiting");
    }

    private static DescribedPredicate<JavaAccess<?>> access(
            String words, java.util.function.Predicate<JavaAccess<?>> matches) {
        return DescribedPredicate.describe(words, matches);
    }
}
