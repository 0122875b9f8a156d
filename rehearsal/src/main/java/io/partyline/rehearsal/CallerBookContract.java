package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.cast.Regular;
import io.partyline.port.CallerBook;
import io.partyline.show.Acquaintance;
import io.partyline.show.CallId;
import io.partyline.show.EarlierCall;
import io.partyline.show.PersonaKey;
import io.partyline.show.ShowId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    private static EarlierCall call(String name, int minute) {
        return new EarlierCall(
                new ShowId("friday"),
                new CallId("call-" + name + minute),
                AT.plusSeconds(60L * minute),
                "boats",
                name + " spoke about boats.");
    }

    @Test
    void whoeverIsLetInAgainIsNotTurnedAway() {
        book().ban("print-of-dave", AT);
        book().allow("print-of-dave");
        book().allow("print-of-jas");
        assertEquals(Set.of(), book().banned());
    }

    @Test
    void nobodyIsKnownAtFirst() {
        assertEquals(Optional.empty(), book().find("print-of-dave"));
        assertEquals(List.of(), book().callers());
        assertEquals(List.of(), book().regulars());
    }

    @Test
    void theLastCallsAreRememberedTheNewestFirstAndACallOnce() {
        for (int minute = 0; minute < 7; minute++) {
            book().remember("print-of-dave", call("Dave", minute), minute == 0 ? "Dave" : "");
        }
        book().remember("print-of-dave", call("Dave", 6), "");
        Acquaintance dave = book().find("print-of-dave").orElseThrow().who();
        assertEquals("Dave", dave.name());
        assertEquals(7, dave.calls());
        assertEquals(Acquaintance.MOST_CALLS, dave.last().size());
        assertEquals(call("Dave", 6), dave.last().getFirst());
    }

    @Test
    void whatTheHostWritesStaysWhenTheyCallAgain() {
        book().remember("print-of-dave", call("Dave", 1), "Dave");
        book().write(
                        "print-of-dave",
                        new Acquaintance("David", true, "Be kind.", true, 99, List.of()));
        book().remember("print-of-dave", call("Dave", 2), "");
        Acquaintance dave = book().find("print-of-dave").orElseThrow().who();
        assertEquals("David", dave.name());
        assertEquals("Be kind.", dave.notes());
        assertEquals(2, dave.calls());
        assertTrue(dave.vip() && dave.mention());
    }

    @Test
    void whoeverCalledLastComesFirstAndABanIsSeen() {
        book().remember("print-of-dave", call("Dave", 1), "Dave");
        book().remember("print-of-jas", call("Jas", 2), "Jas");
        book().ban("print-of-rosa", AT);
        assertEquals(
                List.of("print-of-jas", "print-of-dave", "print-of-rosa"),
                book().callers().stream().map(CallerBook.Entry::fingerprint).toList());
        assertTrue(book().find("print-of-rosa").orElseThrow().banned());
    }

    @Test
    void whoeverIsForgottenIsAStranger() {
        book().remember("print-of-dave", call("Dave", 1), "Dave");
        book().ban("print-of-dave", AT);
        book().forget("print-of-dave");
        book().forget("print-of-nobody");
        assertEquals(Optional.empty(), book().find("print-of-dave"));
        assertEquals(Set.of(), book().banned());
    }

    @Test
    void aWithheldNumberIsNobodys() {
        assertThrows(IllegalArgumentException.class, () -> book().find(""));
        assertThrows(IllegalArgumentException.class, () -> book().remember("", call("X", 1), "X"));
    }

    @Test
    void anAiCallerWhoComesBackIsKept() {
        var tony =
                new Regular(
                        "ai-1-tony",
                        new PersonaKey("1"),
                        "Tony",
                        "low",
                        "He sold a boat.",
                        List.of(call("Tony", 1)),
                        3,
                        5,
                        2,
                        true);
        book().keep(tony);
        book().keep(tony);
        assertEquals(List.of(tony), book().regulars());
        book().retire("ai-1-tony");
        book().retire("ai-1-tony");
        assertEquals(List.of(), book().regulars());
    }

    @Test
    void eachShowIsOneEvening() {
        assertEquals(1, book().evening(new ShowId("friday")));
        assertEquals(2, book().evening(new ShowId("saturday")));
        assertEquals(1, book().evening(new ShowId("friday")));
        assertEquals(3, book().evening(new ShowId("sunday")));
    }
}
