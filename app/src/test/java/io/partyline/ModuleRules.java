package io.partyline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/// What may know what between the modules, and how types are named. Every rule is given the package
/// that it looks into.
final class ModuleRules {
    private static final Set<String> CORE =
            Set.of("spend", "show", "cast", "mix", "audio", "port", "studio");

    /// What adapters and exports may know beside core. None of these knows another.
    private static final Set<String> SHARED = Set.of("events", "files", "doorway");

    private static final Set<String> OTHERS =
            Set.of(
                    "twilio",
                    "http",
                    "javasound",
                    "icecast",
                    "llm",
                    "tts",
                    "whisper",
                    "store",
                    "stems",
                    "soundfiles",
                    "exports",
                    "carrier",
                    "rehearsal",
                    "app");

    private ModuleRules() {}

    /// A package that nobody has thought about would be covered by chance.
    static ArchRule known(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(
                        ArchCondition.from(
                                describe(
                                        "be in a package that these rules know",
                                        type -> isKnown(part(root, type)))));
    }

    private static boolean isKnown(String part) {
        return CORE.contains(part) || SHARED.contains(part) || OTHERS.contains(part);
    }

    /// Whatever is neither core nor app, a new adapter included, knows core, what is shared, and
    /// itself. The troupe of `rehearsal` dials the made-up carrier besides.
    static ArchRule parts(String root) {
        return classes()
                .that(
                        describe(
                                "are neither core nor app",
                                type -> !isCoreOr("app", part(root, type))))
                .should(new KnowOnlyWhatTheyMay(root));
    }

    static ArchRule carrier(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".carrier..")
                .should()
                .dependOnClassesThat(
                        describe(
                                "belong to the show",
                                type ->
                                        type.getPackageName().startsWith(root + ".")
                                                && !part(root, type).equals("carrier")));
    }

    /// The packages of the made-up carrier stand one above the other.
    static ArchRule carrierRooms(String root) {
        return slices().assignedFrom(new Rooms(root + ".carrier")).should().beFreeOfCycles();
    }

    static ArchRule twilio(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".twilio..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.twilio..");
    }

    static ArchRule coreWords(String root) {
        return noClasses()
                .that(describe("are in core", type -> CORE.contains(part(root, type))))
                .should()
                .haveNameMatching(".*(Twilio|Twi[mM][lL]|Sid([A-Z].*)?$|SID).*");
    }

    static ArchRule names(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(".*(Impl|Manager|Service|Utils?|Helper)([A-Z0-9$].*)?");
    }

    static ArchRule nullMarked(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(
                        ArchCondition.from(
                                describe(
                                        "be in a package marked with @NullMarked",
                                        type ->
                                                type.getPackage()
                                                        .isAnnotatedWith(NullMarked.class))));
    }

    private static boolean mayKnow(String part, String known) {
        return switch (part) {
            case "files", "doorway" -> known.equals(part);
            case "events" -> isCoreOr(part, known);
            case "rehearsal" -> isCoreOr(part, known) || known.equals("carrier");
            default -> isCoreOr(part, known) || SHARED.contains(known);
        };
    }

    private static boolean isCoreOr(String another, String part) {
        return CORE.contains(part) || part.equals(another);
    }

    /// The first word behind the root: `twilio` for all that is in `io.partyline.twilio`. Empty
    /// elsewhere.
    private static String part(String root, JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root + ".")
                ? name.substring(root.length() + 1).split("\\.", 2)[0]
                : "";
    }

    /// Each package under one root is a slice of its own, the root included.
    private record Rooms(String root) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return name.equals(root) || name.startsWith(root + ".")
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of " + root;
        }
    }

    private static final class KnowOnlyWhatTheyMay extends ArchCondition<JavaClass> {
        private final String root;

        KnowOnlyWhatTheyMay(String root) {
            super("know only core, what is shared, and themselves");
            this.root = root;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            String own = part(root, type);
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                String known = part(root, dependency.getTargetClass().getBaseComponentType());
                boolean fine = known.isEmpty() || mayKnow(own, known);
                events.add(new SimpleConditionEvent(type, fine, dependency.getDescription()));
            }
        }
    }
}
