package io.partyline.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.ConnectionContext;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who stays and who makes room among those who have shown themselves, on a clock that is turned.
class VisitorsTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Visitors visitors = new Visitors(OpenHouse.patient(2, 4));
    private final List<String> cut = new ArrayList<>();
    private long now = 1;

    private Visitor comes(String name) {
        var visitor = new Visitor(connection(name), visitors, LIMIT, () -> now++);
        visitors.arrives(visitor);
        return visitor;
    }

    /// Of a connection nothing is used here but its end.
    private ConnectionContext connection(String name) {
        HelidonSocket socket =
                (HelidonSocket)
                        Proxy.newProxyInstance(
                                VisitorsTest.class.getClassLoader(),
                                new Class<?>[] {HelidonSocket.class},
                                (_, method, _) -> {
                                    assertThat(method.getName()).isEqualTo("close");
                                    cut.add(name);
                                    return null;
                                });
        return (ConnectionContext)
                Proxy.newProxyInstance(
                        VisitorsTest.class.getClassLoader(),
                        new Class<?>[] {ConnectionContext.class},
                        (_, method, _) -> {
                            assertThat(method.getName()).isEqualTo("serverSocket");
                            return socket;
                        });
    }

    private Visitor quiet(String name) {
        Visitor visitor = comes(name);
        visitor.isKnown();
        visitor.mayTake(LIMIT);
        return visitor;
    }

    @Test
    void ofTooManyKnownOnesTheOneThatIsQuietForLongestGoes() {
        Visitor first = quiet("first");
        quiet("second");
        first.mayTake(LIMIT);
        quiet("third");
        assertThat(cut).containsExactly("second");
        quiet("fourth");
        assertThat(cut).containsExactly("second", "first");
    }

    @Test
    void whoeverIsBeingAnsweredStaysAndTheNewOneHasTheirLastRequest() {
        quiet("first").asksFor(false);
        quiet("second").asksFor(false);
        Visitor third = quiet("third");
        assertThat(cut).isEmpty();
        assertThat(third.isLeaving()).isTrue();
    }

    @Test
    void whoeverLeavesMakesRoom() {
        Visitor first = quiet("first");
        quiet("second");
        visitors.leaves(first);
        Visitor third = quiet("third");
        assertThat(cut).isEmpty();
        assertThat(third.isLeaving()).isFalse();
    }

    @Test
    void ofTooManyStrangersTheOneThatCameFirstGoes() {
        for (String name : List.of("first", "second", "third", "fourth")) {
            comes(name);
        }
        assertThat(cut).isEmpty();
        comes("fifth");
        assertThat(cut).containsExactly("first");
    }

    @Test
    void whoeverTakesTooLongIsCutOffWhetherKnownOrNot() {
        quiet("known");
        comes("stranger").mayTake(LIMIT);
        comes("patient");
        visitors.cutOverdue(now + LIMIT.toNanos() / 2);
        assertThat(cut).isEmpty();
        visitors.cutOverdue(now + LIMIT.toNanos());
        assertThat(cut).containsExactlyInAnyOrder("known", "stranger");
    }

    @Test
    void aDoorIsEmptyOnceStrangersAndKnownOnesHaveGone() {
        assertThat(visitors.isEmpty()).isTrue();
        Visitor stranger = comes("stranger");
        assertThat(visitors.isEmpty()).isFalse();
        Visitor known = quiet("known");
        visitors.leaves(stranger);
        assertThat(visitors.isEmpty()).isFalse();
        visitors.leaves(known);
        assertThat(visitors.isEmpty()).isTrue();
    }
}
