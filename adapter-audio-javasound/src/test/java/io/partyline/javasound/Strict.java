package io.partyline.javasound;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.lang.reflect.Modifier;
import org.mockito.invocation.InvocationOnMock;

/// Makes a fake of one of Java Sound's wide interfaces from a class that has only those of its
/// methods which a show uses; all others fail.
final class Strict {
    private Strict() {}

    static <T> T fake(Class<T> kind, Object... arguments) {
        return mock(
                kind,
                withSettings()
                        .useConstructor(arguments)
                        .stubOnly()
                        .defaultAnswer(Strict::answer));
    }

    private static Object answer(InvocationOnMock call) throws Throwable {
        if (Modifier.isAbstract(call.getMethod().getModifiers())) {
            throw new UnsupportedOperationException(call.getMethod().getName());
        }
        return call.callRealMethod();
    }
}
