package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.partyline.port.CallerBook;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every caller book keeps to.
public abstract class CallerBookContract {
    private static final Instant AT = Instant.parse("2026-01-02T20:00:00Z");
    private static final int MANY = 8;

    /// For subclasses.
    protected CallerBookContract() {}

    /// An empty book; the same one for the whole of a test.
    protected abstract CallerBook book();

    @Test
    void atFirstNobodyIsTurnedAway() {
        assertEquals(Set.of(), book().banned());
    }

    @Test
    void whoeverWasBannedIsTurnedAway() {
        book().ban("print-of-dave", AT);
        book().ban("print-of-jas", AT);
        assertEquals(Set.of("print-of-dave", "print-of-jas"), book().banned());
    }

    @Test
    void banningTwiceIsNoError() {
        book().ban("print-of-dave", AT);
        book().ban("print-of-dave", AT.plusSeconds(1));
        assertEquals(Set.of("print-of-dave"), book().banned());
    }

    @Test
    void aListThatWasReadDoesNotChange() {
        Set<String> before = book().banned();
        book().ban("print-of-dave", AT);
        assertEquals(Set.of(), before);
    }

    @Test
    void aWithheldNumberCannotBeBannedOrAllOfThemWouldBe() {
        assertThrows(IllegalArgumentException.class, () -> book().ban("", AT));
        assertEquals(Set.of(), book().banned());
    }

    @Test
    void manyMayBanAtOnce() throws InterruptedException {
        Set<String> prints =
                IntStream.range(0, MANY).mapToObj(i -> "print-" + i).collect(Collectors.toSet());
        var threads =
                prints.stream()
                        .map(print -> Thread.ofVirtual().start(() -> book().ban(print, AT)))
                        .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(prints, book().banned());
    }
}
