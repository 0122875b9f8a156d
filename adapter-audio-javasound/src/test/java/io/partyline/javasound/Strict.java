package io.partyline.javasound;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mockito.invocation.InvocationOnMock;

/// Passes a small fake off as one of Java Sound's wide interfaces: what the fake has under the same
/// name and with the same parameters is done by it, all else fails.
final class Strict {
    private static final Map<Method, Optional<Method>> KNOWN = new ConcurrentHashMap<>();

    private Strict() {}

    static <T> T as(Class<T> wide, Object fake) {
        return mock(wide, withSettings().stubOnly().defaultAnswer(call -> answer(call, fake)));
    }

    private static Object answer(InvocationOnMock call, Object fake) throws Throwable {
        Method asked = call.getMethod();
        Method done =
                KNOWN.computeIfAbsent(asked, method -> find(method, fake))
                        .orElseThrow(() -> new UnsupportedOperationException(asked.getName()));
        try {
            return done.invoke(fake, call.getRawArguments());
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private static Optional<Method> find(Method asked, Object fake) {
        try {
            return Optional.of(
                    fake.getClass().getMethod(asked.getName(), asked.getParameterTypes()));
        } catch (NoSuchMethodException _) {
            return Optional.empty();
        }
    }
}
