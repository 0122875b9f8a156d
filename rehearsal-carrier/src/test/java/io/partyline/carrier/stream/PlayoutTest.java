package io.partyline.carrier.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.carrier.sound.Mulaw;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayoutTest {
    private final Playout playout = new Playout();

    /// Whatever the sizes, bytes come out once, in order, and each mark right behind what came
    /// before it.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void nothingIsLostRepeatedOrOvertaken(long seed) {
        Random random = new Random(seed);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        List<String> marks = new ArrayList<>();
        List<String> returned = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            byte[] sound = new byte[random.nextInt(400)];
            random.nextBytes(sound);
            assertTrue(playout.add(sound, Instant.EPOCH));
            sent.writeBytes(sound);
            marks.add(Integer.toString(sent.size()));
            returned.addAll(playout.mark(Integer.toString(sent.size())));
            returned.addAll(playout.play(160));
            long played = sent.size() - playout.waitingBytes();
            returned.forEach(mark -> assertTrue(Long.parseLong(mark) <= played));
        }
        while (playout.waitingBytes() > 0) {
            returned.addAll(playout.play(160));
        }
        assertEquals(marks, returned);
        assertEquals(sent.size(), playout.spokenBytes());
    }

    @Test
    void whereNothingIsThereSilenceIsHeard() {
        playout.add(new byte[] {1, 2, 3}, Instant.EPOCH);
        playout.play(5);
        assertArrayEquals(
                new byte[] {1, 2, 3, Mulaw.SILENCE, Mulaw.SILENCE}, playout.heard().mulaw());
        assertEquals(3, playout.spokenBytes());
    }

    @Test
    void clearForgetsTheRestOfAHalfPlayedMessage() {
        playout.add(new byte[200], Instant.EPOCH);
        playout.play(160);
        playout.mark("unheard");
        assertEquals(List.of("unheard"), playout.clear());
        playout.add(new byte[] {7}, Instant.EPOCH);
        playout.play(1);
        byte[] heard = playout.heard().mulaw();
        assertEquals(7, heard[160]);
    }

    @Test
    void anArrivalSaysHowMuchIsAhead() {
        playout.add(new byte[100], Instant.EPOCH);
        playout.add(new byte[50], Instant.EPOCH);
        assertEquals(100, playout.heard().arrivals().get(1).ahead());
    }

    @Test
    void moreThanTenMinutesAreThrownAway() {
        byte[] minute = new byte[8_000 * 60];
        Arrays.fill(minute, (byte) 1);
        for (int i = 0; i < 10; i++) {
            assertTrue(playout.add(minute, Instant.EPOCH));
        }
        assertFalse(playout.add(new byte[1], Instant.EPOCH));
    }
}
