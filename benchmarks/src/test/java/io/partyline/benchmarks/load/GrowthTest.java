package io.partyline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthTest {
    private static final String TOLD =
            """
            4242:
             num     #instances         #bytes  class name (module)
            -------------------------------------------------------
               1:         41200        1234560  [B (java.base@25.0.1)
               2:           %d           4800  %s
               3:            12            960  java.lang.VirtualThread (java.base@25.0.1)
            Total         41512        1240320
            """;

    private static Footprint after(int calls, int threads, int files, String type, int objects) {
        return new Footprint(
                calls, threads, files, 200_000, Histogram.read(TOLD.formatted(objects, type)));
    }

    @Test
    void theTableOfAJvmIsRead() {
        Histogram read = Histogram.read(TOLD.formatted(300, "io.partyline.twilio.MediaStream"));
        assertThat(read.bytes()).isEqualTo(1_234_560 + 4_800 + 960);
        assertThat(read.count("io.partyline.twilio.MediaStream")).isEqualTo(300);
        assertThat(read.count("[B")).isEqualTo(41_200);
        assertThat(read.count("java.lang.VirtualThread")).isEqualTo(12);
        assertThat(read.count("java.lang.Thread")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "io.partyline.twilio.MediaStream, 1",
        "io.partyline.studio.sound.Leg, 1",
        "java.lang.VirtualThread, 1",
        "sun.nio.ch.SocketChannelImpl, 1",
        "io.helidon.webserver.ConnectionHandler, 1",
        "io.partyline.show.CallEvent$CallEnded, 0",
        "io.partyline.port.Journal$Entry, 0",
        "java.lang.String, 0"
    })
    void whatIsKeptOfEachCallIsFoundUnlessItIsWhatHappened(String type, int findings) {
        var growth = new Growth(after(200, 50, 90, type, 3), after(600, 50, 90, type, 403));
        assertThat(growth.findings()).hasSize(findings);
        assertThat(growth.findings()).allMatch(found -> found.equals("400 more of " + type));
    }

    @Test
    void aFewMoreAreChance() {
        String type = "io.partyline.twilio.MediaStream";
        var growth = new Growth(after(200, 50, 90, type, 3), after(600, 56, 96, type, 42));
        assertThat(growth.findings()).isEmpty();
    }

    @Test
    void threadsAndFilesThatStayAreFound() {
        var growth = new Growth(after(200, 50, 90, "X", 1), after(600, 57, 97, "X", 1));
        assertThat(growth.findings())
                .containsExactly("threads: 57, and 50 before", "open files: 97, and 90 before");
    }
}
