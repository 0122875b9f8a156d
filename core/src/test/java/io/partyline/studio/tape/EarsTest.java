package io.partyline.studio.tape;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.mix.WhoHears;
import io.partyline.port.Transcriber;
import io.partyline.show.CallId;
import io.partyline.show.ShowId;
import io.partyline.show.Speaker;
import io.partyline.studio.sound.ShowTime;
import io.partyline.studio.sound.Tape;
import io.partyline.studio.sound.VoiceLines;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody may be listened to again before the one who listened last has noticed that it was to
/// stop.
class EarsTest {
    private static final CallId DAVE = new CallId("dave");
    private static final Speaker SPEAKER = new Speaker.RealCaller(DAVE, "Dave");
    private static final ShowTime TIME = new ShowTime(new ShowId("friday"), 0, 0);
    private static final WhoHears.Source VOICE = new WhoHears.Source.Voice(DAVE);

    private static final Ears.Aside ASIDE =
            new Ears.Aside() {
                @Override
                public void heard(String text) {}

                @Override
                public void speaking(boolean now) {}
            };

    private final AtomicInteger opened = new AtomicInteger();
    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();
    private final Semaphore rounds = new Semaphore(0);
    private final Tape tape = new Tape(() -> 0);
    private final Ears ears =
            new Ears(
                    new Sessions(),
                    (_, _, _) -> {},
                    new Silence(() -> {}),
                    new Talking(),
                    new BargeIn(new VoiceLines(), true, _ -> {}),
                    this::pause);
    private volatile boolean byItself;

    /// Tells which of its sessions gets a frame, and which is closed.
    private final class Sessions implements Transcriber {
        @Override
        public String name() {
            return "sessions";
        }

        @Override
        public Session open(Speaker speaker, Consumer<Heard> heard) {
            int number = opened.incrementAndGet();
            return new Session() {
                @Override
                public void accept(float[] frame, long atSample) {
                    happened.add("heard by " + number);
                }

                @Override
                public void close() {
                    happened.add("closed " + number);
                }
            };
        }
    }

    /// A round is turned by the test, unless it says otherwise.
    private void pause(long nanos) {
        if (byItself) {
            LockSupport.parkNanos(nanos);
        } else {
            rounds.acquireUninterruptibly();
        }
    }

    private void goOnByItself() {
        byItself = true;
        rounds.release();
    }

    @BeforeEach
    void start() {
        ears.start();
    }

    @AfterEach
    void close() {
        goOnByItself();
        ears.close();
    }

    private void says() {
        tape.write(new float[Frames.SAMPLES]);
        rounds.release();
    }

    private String next() throws InterruptedException {
        return String.valueOf(happened.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void whoeverIsAskedAgainWithinARoundIsListenedTo() throws Exception {
        ears.openAside(TIME, DAVE, SPEAKER, tape, ASIDE);
        says();
        assertThat(next()).isEqualTo("heard by 1");
        ears.closeAside(DAVE);
        ears.openAside(TIME, DAVE, SPEAKER, tape, ASIDE);
        rounds.release();
        assertThat(next()).isEqualTo("closed 1");
        says();
        assertThat(next()).isEqualTo("heard by 2");
    }

    @Test
    void whoeverIsAskedAgainAndLeftAgainWithinARoundIsListenedToNoMore() throws Exception {
        ears.openAside(TIME, DAVE, SPEAKER, tape, ASIDE);
        ears.closeAside(DAVE);
        ears.openAside(TIME, DAVE, SPEAKER, tape, ASIDE);
        ears.closeAside(DAVE);
        rounds.release(2);
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("closed 1", "closed 2");
    }

    @Test
    void whoeverIsAskedAThirdTimeWithinARoundIsListenedTo() throws Exception {
        ears.openAside(TIME, DAVE, SPEAKER, tape, ASIDE);
        ears.closeAside(DAVE);
        ears.openAside(TIME, DAVE, SPEAKER, tape, ASIDE);
        ears.closeAside(DAVE);
        ears.openAside(TIME, DAVE, SPEAKER, tape, ASIDE);
        rounds.release(2);
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("closed 1", "closed 2");
        says();
        assertThat(next()).isEqualTo("heard by 3");
    }

    @Test
    void whoeverIsTakenAgainAtOnceIsListenedTo() throws Exception {
        ears.open(TIME, VOICE, SPEAKER, tape);
        says();
        assertThat(next()).isEqualTo("heard by 1");
        goOnByItself();
        ears.close(VOICE);
        ears.open(TIME, VOICE, SPEAKER, tape);
        assertThat(next()).isEqualTo("closed 1");
        tape.write(new float[Frames.SAMPLES]);
        assertThat(next()).isEqualTo("heard by 2");
    }

    @Test
    void nobodyIsListenedToTwiceAtOnce() throws Exception {
        ears.open(TIME, VOICE, SPEAKER, tape);
        ears.open(TIME, VOICE, SPEAKER, tape);
        says();
        assertThat(List.of(next())).containsExactly("heard by 1");
        assertThat(opened).hasValue(1);
    }

    @Test
    void whoFollowsIsClosedWithTheRest() throws Exception {
        ears.openAside(TIME, DAVE, SPEAKER, tape, ASIDE);
        ears.closeAside(DAVE);
        ears.openAside(TIME, DAVE, SPEAKER, tape, ASIDE);
        goOnByItself();
        ears.close();
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("closed 1", "closed 2");
    }
}
