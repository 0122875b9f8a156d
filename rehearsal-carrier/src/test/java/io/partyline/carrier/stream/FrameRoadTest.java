package io.partyline.carrier.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.carrier.plan.FrameFaults;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameRoadTest {
    private static final int FRAMES = 1000;
    private static final List<String> ALL =
            IntStream.range(0, FRAMES).mapToObj(Integer::toString).toList();

    private static List<String> arrived(FrameFaults faults, long seed) {
        FrameRoad road = new FrameRoad(new Random(seed));
        road.suffer(faults);
        List<String> arrived = new ArrayList<>();
        ALL.forEach(frame -> arrived.addAll(road.pass(frame)));
        road.suffer(FrameFaults.NONE);
        for (int i = 0; i < 100; i++) {
            arrived.addAll(road.pass("end"));
        }
        arrived.removeIf("end"::equals);
        return arrived;
    }

    @Test
    void aPerfectRoadChangesNothing() {
        assertEquals(ALL, arrived(FrameFaults.NONE, 1));
    }

    @Test
    void aboutSoManyAreLost() {
        assertEquals(900, arrived(new FrameFaults(0.1, 0, 0, 0, 0), 1).size(), 40);
    }

    @Test
    void aRepeatedFrameComesTwiceInARow() {
        List<String> arrived = arrived(new FrameFaults(0, 0.1, 0, 0, 0), 1);
        assertEquals(ALL, arrived.stream().distinct().toList());
        assertEquals(1100, arrived.size(), 40);
    }

    @Test
    void swappedFramesAreAllThereInAnotherOrder() {
        List<String> arrived = arrived(new FrameFaults(0, 0, 0.1, 0, 0), 1);
        assertNotEquals(ALL, arrived);
        assertEquals(FRAMES, arrived.size());
        assertEquals(new HashSet<>(ALL), new HashSet<>(arrived));
    }

    @Test
    void aStallDelaysAndLosesNothing() {
        FrameRoad road = new FrameRoad(new Random(1));
        road.suffer(new FrameFaults(0, 0, 0, 1, 3));
        assertTrue(road.pass("a").isEmpty());
        road.suffer(FrameFaults.NONE);
        assertTrue(road.pass("b").isEmpty());
        assertTrue(road.pass("c").isEmpty());
        assertEquals(List.of("a", "b", "c", "d"), road.pass("d"));
        assertEquals(ALL, arrived(new FrameFaults(0, 0, 0, 0.05, 5), 2));
    }

    @Test
    void theSameSeedHasTheSameAccidents() {
        FrameFaults bad = new FrameFaults(0.1, 0.1, 0.1, 0.02, 4);
        assertEquals(arrived(bad, 5), arrived(bad, 5));
        assertNotEquals(arrived(bad, 5), arrived(bad, 6));
    }
}
