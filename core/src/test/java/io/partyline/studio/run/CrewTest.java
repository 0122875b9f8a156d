package io.partyline.studio.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrewTest {
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger(Crew.class.getName());
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord line) {
                    logged.add(line.getMessage());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(handler);
    }

    @Test
    void aMistakeInATaskIsToldAndHarmsNoOther() throws Exception {
        var other = new CountDownLatch(1);
        try (var crew = new Crew()) {
            crew.react(() -> {
                throw new IllegalStateException("a mistake");
            });
            crew.react(other::countDown);
            assertThat(other.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(logged).containsExactly("a task failed");
    }

    @Test
    void aTaskThatIsGivenUpAtTheEndIsNoMistake() throws Exception {
        var begun = new CountDownLatch(1);
        var over = new CompletableFuture<Boolean>();
        try (var crew = new Crew(Duration.ofMillis(1))) {
            crew.react(() -> {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException givenUp) {
                    Thread.currentThread().interrupt();
                    over.complete(true);
                    throw new IllegalStateException(givenUp);
                }
            });
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(over.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(logged).isEmpty();
    }
}
