package io.partyline.studio.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CrewTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<RuntimeException> mistakes = new CopyOnWriteArrayList<>();

    @Test
    void aMistakeInATaskIsToldAndHarmsNoOther() throws Exception {
        var other = new CountDownLatch(1);
        try (var crew = new Crew(LONG, mistakes::add)) {
            crew.react(() -> {
                throw new IllegalStateException("a mistake");
            });
            crew.react(other::countDown);
            assertThat(other.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(mistakes).extracting(Throwable::getMessage).containsExactly("a mistake");
    }

    @Test
    void aTaskThatIsGivenUpAtTheEndIsNoMistake() throws Exception {
        var begun = new CountDownLatch(1);
        var thread = new CompletableFuture<Thread>();
        try (var crew = new Crew(Duration.ofMillis(1), mistakes::add)) {
            crew.react(() -> {
                thread.complete(Thread.currentThread());
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException givenUp) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(givenUp);
                }
            });
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(thread.get().join(LONG)).isTrue();
        assertThat(mistakes).isEmpty();
    }
}
