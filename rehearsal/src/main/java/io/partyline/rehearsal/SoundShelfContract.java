package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.audio.Frames;
import io.partyline.port.SoundException;
import io.partyline.port.SoundShelf;
import io.partyline.port.SoundStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every shelf of sound keeps to.
public abstract class SoundShelfContract {
    /// Has a whole number of periods in a tenth of a second.
    private static final double TONE = 440;

    private static final Duration LENGTH = Duration.ofMillis(1_500);

    /// For subclasses.
    protected SoundShelfContract() {}

    /// An empty shelf; the same one for the whole of a test.
    protected abstract SoundShelf shelf();

    /// Puts a tone there, of an amplitude of a half, instead of what had that id.
    protected abstract void place(String id, double frequency, Duration length);

    /// Puts something there that is no sound, whatever it is called.
    protected abstract void placeRubbish(String id);

    /// Takes something away.
    protected abstract void remove(String id);

    /// Makes the shelf see what has changed.
    protected abstract void look();

    private SoundShelf.Piece piece(String id) {
        return shelf().pieces().stream()
                .filter(piece -> piece.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ids() {
        return shelf().pieces().stream().map(SoundShelf.Piece::id).toList();
    }

    private static float[] readAll(SoundStream stream) {
        var all = new float[10 * Frames.RATE];
        int filled = readTo(stream, all, 0);
        var last = new float[SoundStream.MOST_LAST];
        int more = stream.last(last);
        System.arraycopy(last, 0, all, filled, more);
        return Arrays.copyOf(all, filled + more);
    }

    private static int readTo(SoundStream stream, float[] all, int from) {
        var piece = new float[777];
        int filled = from;
        for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
            assertTrue(count > 0, "a read that gives nothing");
            System.arraycopy(piece, 0, all, filled, count);
            filled += count;
        }
        return filled;
    }

    private static double amplitude(float[] samples, int from, int to) {
        double real = 0;
        double imaginary = 0;
        for (int i = from; i < to; i++) {
            double angle = 2 * Math.PI * TONE * i / Frames.RATE;
            real += samples[i] * Math.cos(angle);
            imaginary += samples[i] * Math.sin(angle);
        }
        return 2 * Math.hypot(real, imaginary) / (to - from);
    }

    @Test
    void whatLiesThereIsListedInOrderOfItsIds() {
        assertEquals(List.of(), ids());
        place("b.wav", TONE, LENGTH);
        place("a.wav", TONE, LENGTH);
        place("c.wav", TONE, LENGTH);
        look();
        assertEquals(List.of("a.wav", "b.wav", "c.wav"), ids());
        assertEquals("a", piece("a.wav").title());
        assertEquals(LENGTH, piece("a.wav").length().orElseThrow());
        assertTrue(piece("a.wav").trouble().isEmpty());
        assertTrue(shelf().trouble().isEmpty());
        assertFalse(shelf().isOff());
    }

    @Test
    void aPieceIsReadToItsEndAtTheStudiosRate() {
        place("a.wav", TONE, LENGTH);
        look();
        try (SoundStream stream = shelf().open("a.wav")) {
            float[] all = readAll(stream);
            assertEquals(Frames.samplesOf(LENGTH), all.length, 2);
            assertEquals(0.5, amplitude(all, 0, 14 * 4_800), 0.005);
            assertEquals(0.5 / Math.sqrt(2), Frames.rms(all, 14 * 4_800), 0.005);
        }
    }

    @Test
    void aPieceThatBeginsAgainHasNoSeam() {
        place("a.wav", TONE, LENGTH);
        look();
        try (SoundStream stream = shelf().open("a.wav")) {
            var all = new float[10 * Frames.RATE];
            int seam = readTo(stream, all, 0);
            stream.again();
            int end = readTo(stream, all, seam);
            assertEquals(2 * Frames.samplesOf(LENGTH), end, 100);
            // Within a tenth of a second around the seam nothing but the tone.
            int from = seam - 2_400;
            int to = seam + 2_400;
            double tone = amplitude(all, from, to);
            double rms = Frames.rms(Arrays.copyOfRange(all, from, to), to - from);
            assertEquals(0.5, tone, 0.005);
            assertTrue(Math.abs(rms - tone / Math.sqrt(2)) < 0.002, "a seam: " + rms);
        }
    }

    @Test
    void whatIsNoSoundIsListedWithASentenceThatNamesItAndCostsTheOthersNothing() {
        placeRubbish("rubbish.wav");
        place("a.wav", TONE, LENGTH);
        look();
        assertTrue(piece("rubbish.wav").trouble().orElseThrow().contains("\"rubbish.wav\""));
        var refused = assertThrows(SoundException.class, () -> shelf().open("rubbish.wav"));
        assertTrue(String.valueOf(refused.getMessage()).contains("\"rubbish.wav\""));
        shelf().open("a.wav").close();
    }

    @Test
    void anIdThatIsNotListedIsRefusedWhateverPathItIs() {
        place("a.wav", TONE, LENGTH);
        look();
        for (String id :
                List.of("", "b.wav", "../a.wav", "./a.wav", "/etc/passwd", "a.wav/", "a\0.wav")) {
            assertThrows(SoundException.class, () -> shelf().open(id), id);
        }
    }

    @Test
    void whatIsTakenAwayIsListedNoMoreAndASoundThatHasBegunGoesOn() {
        place("a.wav", TONE, LENGTH);
        place("b.wav", TONE, LENGTH);
        look();
        try (SoundStream stream = shelf().open("a.wav")) {
            remove("a.wav");
            look();
            assertEquals(List.of("b.wav"), ids());
            assertThrows(SoundException.class, () -> shelf().open("a.wav"));
            assertEquals(Frames.samplesOf(LENGTH), readAll(stream).length, 2);
        }
    }

    @Test
    void whatHasBecomeAnotherPieceHasAnotherVersion() {
        place("a.wav", TONE, LENGTH);
        look();
        SoundShelf.Piece before = piece("a.wav");
        look();
        assertEquals(before, piece("a.wav"));
        place("a.wav", 2 * TONE, LENGTH.plusMillis(100));
        look();
        assertNotEquals(before.version(), piece("a.wav").version());
        assertEquals(LENGTH.plusMillis(100), piece("a.wav").length().orElseThrow());
    }

    @Test
    void whoeverWatchesIsToldOfWhatLiesThereAlready() {
        place("a.wav", TONE, LENGTH);
        var told = new AtomicInteger();
        shelf().watch(told::incrementAndGet);
        assertEquals(1, told.get());
        assertEquals(List.of("a.wav"), ids());
    }

    @Test
    void twoWhoReadOnePieceDoNotDisturbEachOther() {
        place("a.wav", TONE, LENGTH);
        look();
        try (SoundStream one = shelf().open("a.wav");
                SoundStream other = shelf().open("a.wav")) {
            one.read(new float[5_000]);
            float[] all = readAll(other);
            assertEquals(0.5, amplitude(all, 0, 14 * 4_800), 0.005);
        }
    }

    @Test
    void closingTwiceIsNoError() {
        place("a.wav", TONE, LENGTH);
        look();
        SoundStream stream = shelf().open("a.wav");
        stream.close();
        stream.close();
        shelf().close();
        shelf().close();
    }
}
