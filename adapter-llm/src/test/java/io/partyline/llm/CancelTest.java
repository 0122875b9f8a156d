package io.partyline.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.TextStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CancelTest {
    private static final int ROUNDS = 50;
    private static final long LIMIT_MS = 50;

    /// Only with the long tests, since a machine with other work to do may be late.
    @Test
    @Tag("long")
    void aServerSeesWithinFiftyMillisecondsThatAnAnswerIsCancelled() throws Exception {
        var times = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            times[round] = millisUntilSeen();
        }
        assertThat(Arrays.stream(times).max().orElseThrow())
                .as("milliseconds from close to the server's end of stream")
                .isLessThan(LIMIT_MS);
    }

    private static long millisUntilSeen() throws Exception {
        var seen = new CompletableFuture<Long>();
        Provider.Manner manner =
                guest -> {
                    guest.say("Good ");
                    try {
                        guest.stall();
                    } catch (IOException hungUp) {
                        seen.complete(System.nanoTime());
                    }
                };
        try (var provider = new Provider(manner)) {
            TextStream answer = Models.at(provider.base()).reply(Models.prompt());
            assertThat(answer.next()).isPresent();
            long closed = System.nanoTime();
            answer.close();
            return TimeUnit.NANOSECONDS.toMillis(seen.get(20, TimeUnit.SECONDS) - closed);
        }
    }
}
