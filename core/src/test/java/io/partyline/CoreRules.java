package io.partyline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
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

    static ArchRule show(String root) {
        return knowsOnly(root, "show");
    }

    static ArchRule cast(String root) {
        return knowsOnly(root, "cast", "show");
    }

    static ArchRule audio(String root) {
        return knowsOnly(root, "audio");
    }

    static ArchRule port(String root) {
        return knowsOnly(root, "port", "show", "audio");
    }

    static ArchRule studio(String root) {
        return knowsOnly(root, "studio", "show", "cast", "audio", "port");
    }

    private static ArchRule knowsOnly(String root, String part, String... others) {
        String[] known =
                Stream.concat(
                                Stream.of("java..", "org.jspecify..", root + "." + part),
                                Stream.of(others).map(other -> root + "." + other))
                        .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(root + "." + part)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known);
    }

    static ArchRule threads(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".studio")
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
                .resideOutsideOfPackage(root + ".studio")
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
                .resideInAnyPackage(root + ".show", root + ".cast")
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
        return resideInAPackage(root + ".audio")
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
