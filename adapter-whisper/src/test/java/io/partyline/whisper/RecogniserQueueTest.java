package io.partyline.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecogniserQueueTest {
    private static final int SECONDS = 10;

    /// Recognises one clip at a time, when it is let; by its first sample.
    private static final class ByHand implements Recogniser {
        private final Semaphore may = new Semaphore(0);
        private final CountDownLatch begun = new CountDownLatch(1);
        private final List<String> order = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "by hand";
        }

        @Override
        public int hands() {
            return 1;
        }

        @Override
        public String recognise(Clip clip, boolean hurried) {
            begun.countDown();
            may.acquireUninterruptibly();
            String said = clip.samples()[0] + (hurried ? " in a hurry" : "");
            order.add(said);
            if (clip.samples()[0] == 13) {
                throw new RecogniserException("It was the thirteenth.");
            }
            return said;
        }
    }

    private final ByHand recogniser = new ByHand();
    private final RecogniserQueue queue = new RecogniserQueue(recogniser);
    private RecogniserQueue.Job first = clip(0, Urgency.HOST, false);

    private RecogniserQueue.Job clip(int name, Urgency urgency, boolean trial) {
        var samples = new short[SECONDS * Clip.RATE];
        samples[0] = (short) name;
        return queue.offer(new Clip(samples), urgency, trial);
    }

    /// One is being recognised, so that all others wait.
    @BeforeEach
    void beBusy() throws InterruptedException {
        assertThat(recogniser.begun.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @AfterEach
    void close() {
        recogniser.may.release(1_000);
        queue.close();
    }

    private static String text(RecogniserQueue.Job job) throws Exception {
        return job.text().get(1, TimeUnit.MINUTES);
    }

    @Test
    void callersComeBeforeTheHostAndWhatWasSaidBeforeWhatIsOnTrial() throws Exception {
        RecogniserQueue.Job trial = clip(1, Urgency.ON_AIR, true);
        RecogniserQueue.Job host = clip(2, Urgency.HOST, false);
        RecogniserQueue.Job caller = clip(3, Urgency.ON_AIR, false);
        recogniser.may.release(1_000);
        text(trial);
        text(host);
        text(caller);

        assertThat(recogniser.order.stream().map(said -> said.substring(0, 1)))
                .containsExactly("0", "3", "2", "1");
    }

    @Test
    void whatIsConfirmedIsNoTrialAnyMore() throws Exception {
        RecogniserQueue.Job other = clip(1, Urgency.HOST, false);
        RecogniserQueue.Job trial = clip(2, Urgency.ON_AIR, true);
        trial.confirm();
        recogniser.may.release(1_000);
        text(other);
        text(trial);

        assertThat(recogniser.order.get(1)).startsWith("2");
    }

    @Test
    void whatIsWithdrawnIsNotRecognised() throws Exception {
        RecogniserQueue.Job trial = clip(1, Urgency.ON_AIR, true);
        trial.withdraw();
        assertThat(text(trial)).isEmpty();
        RecogniserQueue.Job last = clip(2, Urgency.HOST, false);
        recogniser.may.release(1_000);
        text(last);

        assertThat(recogniser.order).noneMatch(said -> said.startsWith("1"));
    }

    @Test
    void theBacklogIsHowLongWhatWaitsWillTakeAndThenItHurries() throws Exception {
        clip(1, Urgency.HOST, false);
        RecogniserQueue.Job last = clip(2, Urgency.HOST, false);
        clip(3, Urgency.HOST, true);
        assertThat(queue.backlog()).isEqualTo(Duration.ofSeconds(6));
        recogniser.may.release(1_000);
        text(last);

        assertThat(recogniser.order.get(1)).isEqualTo("1 in a hurry");
        assertThat(text(first)).isEqualTo("0");
    }

    @Test
    void whatCannotBeRecognisedIsCountedAndTold() throws Exception {
        RecogniserQueue.Job unlucky = clip(13, Urgency.HOST, false);
        recogniser.may.release(2);
        assertThat(text(unlucky)).isEmpty();
        assertThat(queue.trouble())
                .contains("It was the thirteenth. 1 utterance could not be written down.");

        recogniser.may.release(1_000);
        text(clip(14, Urgency.HOST, false));
        assertThat(queue.trouble()).isEmpty();
    }

    @Test
    void whatIsTooMuchIsLostAndTold() throws Exception {
        RecogniserQueue.Job last = first;
        for (int i = 0; i <= 20 * 60 / SECONDS; i++) {
            last = clip(i, Urgency.HOST, false);
        }
        assertThat(text(last)).isEmpty();
        assertThat(queue.trouble())
                .contains(
                        "Too much was waiting to be recognised. 1 utterance could not be written"
                                + " down.");
    }

    @Test
    void whatWaitsWhenItIsClosedIsGivenUp() throws Exception {
        RecogniserQueue.Job waiting = clip(1, Urgency.HOST, false);
        queue.close();

        assertThat(text(waiting)).isEmpty();
        assertThat(text(clip(2, Urgency.HOST, false))).isEmpty();
    }
}
