package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.partyline.port.MessageBook;
import io.partyline.port.MessageBook.Message;
import io.partyline.port.MessageException;
import io.partyline.port.SoundException;
import io.partyline.port.SoundStream;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every book of messages keeps to.
public abstract class MessageBookContract {
    private static final Instant AT = Instant.parse("2026-01-02T20:00:00Z");
    private static final CallerNumber NUMBER = new CallerNumber("0123", "print-of-dave");
    private static final byte[] SECOND = TelephoneWav.tone(440, Duration.ofSeconds(1));

    /// For subclasses.
    protected MessageBookContract() {}

    /// An empty book; the same one for the whole of a test.
    protected abstract MessageBook book();

    /// The same book, as a program finds it that is started now.
    protected abstract MessageBook again();

    private static Message expected(String id, int minute) {
        return Message.expected(id, new CallId("call-" + id), NUMBER, AT.plusSeconds(60L * minute));
    }

    @Test
    void atFirstThereIsNothing() {
        assertEquals(List.of(), book().messages());
    }

    @Test
    void cardsAreThereAgainAsTheyWereWrittenTheOldestFirst() {
        Message late = expected("late", 5);
        Message early =
                expected("early", 1)
                        .kept("recording-1", Duration.ofMillis(1_250))
                        .heard(true)
                        .saying("Hello, \"Jo\".\nIt's Zoë.");
        book().write(late);
        book().write(early);
        assertEquals(List.of(early, late), again().messages());
    }

    @Test
    void thatNothingIsSaidIsAnotherThingThanThatNobodyKnows() {
        Message silent = expected("a", 1).kept("recording-1", Duration.ofSeconds(3)).saying("");
        book().write(silent);
        assertEquals(Optional.of(""), again().messages().getFirst().words());
    }

    @Test
    void aCardTakesThePlaceOfTheOneBefore() {
        Message kept = expected("a", 1).kept("recording-1", Duration.ofSeconds(3));
        book().write(expected("a", 1));
        book().write(kept);
        book().write(kept.erased());
        assertEquals(List.of(kept.erased()), again().messages());
        assertEquals(Optional.empty(), again().messages().getFirst().recording());
        Message gone = kept.anonymous().discarded(Optional.of("recording-1"));
        book().write(gone);
        assertEquals(List.of(gone), again().messages());
    }

    @Test
    void theSoundIsWhatWasKept() {
        book().keep("a", TelephoneWav.silence(Duration.ofSeconds(1)));
        book().keep("a", SECOND);
        assertArrayEquals(SECOND, again().wav("a"));
    }

    @Test
    void theSoundCanBeDecoded() {
        book().keep("a", SECOND);
        try (SoundStream sound = book().sound("a")) {
            int samples = 0;
            var some = new float[960];
            for (int count = sound.read(some); count > 0; count = sound.read(some)) {
                samples += count;
            }
            assertEquals(48_000, samples + sound.last(some), 960);
        }
    }

    @Test
    void whatIsNoSoundIsSaidToBeNone() {
        book().keep("a", "<html>no sound</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThrows(
                SoundException.class,
                () -> {
                    try (SoundStream sound = book().sound("a")) {
                        sound.read(new float[960]);
                    }
                });
    }

    @Test
    void soundThatIsDeletedIsGoneAndItsCardStays() {
        book().write(expected("a", 1));
        book().keep("a", SECOND);
        book().silence("a");
        book().silence("a");
        assertThrows(MessageException.class, () -> again().wav("a"));
        assertThrows(SoundException.class, () -> again().sound("a").read(new float[960]));
        assertEquals(1, again().messages().size());
    }

    @Test
    void aMessageThatIsRemovedIsGone() {
        book().write(expected("a", 1));
        book().write(expected("b", 2));
        book().keep("a", SECOND);
        book().remove("a");
        book().remove("a");
        assertThrows(MessageException.class, () -> again().wav("a"));
        assertEquals(List.of(expected("b", 2)), again().messages());
    }
}
