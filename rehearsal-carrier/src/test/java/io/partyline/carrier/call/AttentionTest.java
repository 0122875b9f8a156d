package io.partyline.carrier.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.carrier.diary.Bell;
import io.partyline.carrier.diary.Ending;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttentionTest {
    private static final Order OLD = new Order.Replace(new Source.Inline("<Response/>"));
    private static final Order NEW =
            new Order.Replace(new Source.Inline("<Response>new</Response>"));
    private static final Order END = new Order.End(Ending.CALLER_HUNG_UP);

    private final Attention attention = new Attention();

    @Test
    void theLatestDocumentCounts() {
        attention.give(OLD);
        attention.give(NEW);
        assertEquals(NEW, attention.take());
        assertFalse(attention.interrupted());
    }

    @Test
    void nothingComesAfterTheEnd() {
        attention.give(OLD);
        attention.give(END);
        attention.give(NEW);
        attention.give(new Order.End(Ending.COMPLETED_BY_REST));
        assertEquals(END, attention.take());
        assertTrue(attention.interrupted());
        assertEquals(END, attention.take());
    }

    @Test
    void anOrderEndsAWaitForSomethingElse() {
        attention.give(OLD);
        assertFalse(attention.await(() -> true, Bell.FOREVER));
    }

    @Test
    void anInterruptIsTheOrderToClose() {
        Thread.currentThread().interrupt();
        attention.pass(Bell.FOREVER);
        assertEquals(new Order.End(Ending.CARRIER_CLOSED), attention.take());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void withoutAnOrderTimePasses() {
        attention.pass(Duration.ofMillis(1));
        assertFalse(attention.interrupted());
    }
}
