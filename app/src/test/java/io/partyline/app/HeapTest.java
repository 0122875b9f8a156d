package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.twilio.Capacity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeapTest {
    private static final long KIBIBYTE = 1024;
    private static final Heap AS_IT_COMES = new Heap(10);

    @AfterEach
    void settleAgain() {
        AS_IT_COMES.settle();
    }

    @Test
    void aLineCostsLessThanHalfAMegabyte() {
        long line = new Heap(41).wanted() - new Heap(40).wanted();
        assertThat(line).isBetween(200 * KIBIBYTE, 400 * KIBIBYTE);
    }

    @Test
    void theJvmIsToldOfAHouseOfAnySize() {
        for (int lines : new int[] {1, 10, Capacity.MOST_LINES}) {
            var heap = new Heap(lines);
            heap.settle();
            assertThat(Heap.settled())
                    .isEqualTo(Math.min(heap.wanted(), Runtime.getRuntime().maxMemory()));
        }
    }

    @Test
    void moreThanTheJvmMayHaveIsNotAskedFor() {
        new Heap(1_000_000).settle();
        assertThat(Heap.settled()).isEqualTo(Runtime.getRuntime().maxMemory());
    }
}
