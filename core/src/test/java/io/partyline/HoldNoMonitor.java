package io.partyline;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.reflect.AccessFlag;
import java.net.URI;

/// No `synchronized` method and no `synchronized` block. The blocks are looked for in the class
/// file, since ArchUnit does not show what is inside a method but its accesses.
final class HoldNoMonitor extends ArchCondition<JavaClass> {
    HoldNoMonitor() {
        super("hold no monitor");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        URI file = type.getSource().orElseThrow().getUri();
        for (MethodModel method : ClassFile.of().parse(bytes(file)).methods()) {
            boolean holds = method.flags().has(AccessFlag.SYNCHRONIZED) || hasGuardedBlock(method);
            String place = type.getName() + "." + method.methodName().stringValue();
            String words = place + (holds ? " holds a monitor" : " holds none");
            events.add(new SimpleConditionEvent(type, !holds, words));
        }
    }

    private static boolean hasGuardedBlock(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch((CodeElement element) -> element instanceof MonitorInstruction);
    }

    private static byte[] bytes(URI file) {
        try (var stream = file.toURL().openStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
