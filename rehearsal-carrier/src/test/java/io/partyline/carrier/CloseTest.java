package io.partyline.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.diary.Happening;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CloseTest extends OnTheLine {
    @Test
    void everyThreadHasEndedOnceTheCarrierIsClosed() throws Exception {
        show.answers(WAIT, "<Pause length=\"3600\"/>");
        CountDownLatch never = new CountDownLatch(1);
        show.answers("/slow", _ -> answerAfter(never));
        dialInto(CONNECT).awaitLeg(SOON);
        dialInto(CONNECT).awaitLeg(SOON).playDead();
        dialInto(ENQUEUE).await(CallPhase.IN_QUEUE, SOON);
        dialInto("<Redirect>/slow</Redirect>");
        carrier.diary().await(Happening.Requested.class, it -> it.to("/slow"), SOON);
        carrier.close();
        never.countDown();
        assertEquals(0, carrier.crewSize());
        assertEquals(Set.of(Ending.CARRIER_CLOSED), endings());
        assertTrue(show.requests(STATUS).isEmpty(), "a carrier that is gone tells nobody");
        assertEquals(0, httpThreads());
    }

    private Set<Ending> endings() {
        return carrier.calls().stream()
                .map(call -> call.ending().orElseThrow())
                .collect(Collectors.toSet());
    }

    private static TinyShow.Reply answerAfter(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return TinyShow.Reply.status(200);
    }

    private static long httpThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("HttpClient-"))
                .filter(Thread::isAlive)
                .count();
    }

    @Test
    void closingTwiceIsNoError() {
        carrier.close();
        carrier.close();
        assertEquals(0, carrier.crewSize());
    }
}
