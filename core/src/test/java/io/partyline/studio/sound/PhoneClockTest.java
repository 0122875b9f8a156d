package io.partyline.studio.sound;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.rate.PhoneFrame;
import io.partyline.mix.WhoHears;
import io.partyline.port.Handset;
import io.partyline.show.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The clock of all telephones, on real threads, behind a mixer that is turned by hand.
class PhoneClockTest {
    private static final int SECONDS = 60;

    private final Desk desk = new Desk(8, new Nothing());
    private final Semaphore joined = new Semaphore(0);
    private final PhoneClock clock = new PhoneClock(desk, LockSupport::parkNanos, joined::release);
    private final MixBuffer mix = new MixBuffer(desk::ticks);
    private final float[] frame = new float[Frames.SAMPLES];
    private final float[][] channels = new float[8][Frames.SAMPLES];

    private static final class Nothing implements Desk.Cabling {
        @Override
        public Optional<FrameSource> source(WhoHears.Source source) {
            return Optional.empty();
        }

        @Override
        public Optional<FrameSink> sink(WhoHears.Mix mix) {
            return Optional.empty();
        }
    }

    private static class Phone implements Handset {
        final Semaphore lost = new Semaphore(0);
        final Leg leg = new Leg(new CallId("call"), this, _ -> lost.release());
        final BlockingQueue<PhoneFrame> played = new LinkedBlockingQueue<>();

        @Override
        public void play(PhoneFrame heard) {
            played.add(heard);
        }

        @Override
        public void over() {}

        /// Whether so many frames have come, after which it can take the next.
        boolean hears(int frames) throws InterruptedException {
            for (int i = 0; i < frames; i++) {
                if (played.poll(SECONDS, TimeUnit.SECONDS) == null) {
                    return false;
                }
            }
            while (leg.busy()) {
                Thread.onSpinWait();
            }
            return true;
        }
    }

    /// Its socket takes nothing until it is let go.
    private static final class StuckPhone extends Phone {
        final CountDownLatch kept = new CountDownLatch(1);
        final CountDownLatch moves = new CountDownLatch(1);

        @Override
        public void play(PhoneFrame heard) {
            kept.countDown();
            try {
                moves.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            super.play(heard);
        }
    }

    private static final class BrokenPhone extends Phone {
        @Override
        public void play(PhoneFrame heard) {
            throw new IllegalStateException("the socket is gone");
        }
    }

    private void hear(Phone... phones) {
        List<Leg> legs = new ArrayList<>();
        for (Phone phone : phones) {
            legs.add(phone.leg);
        }
        clock.hear(new CallersHear(0, Map.of(mix, legs)));
    }

    private void tick() {
        desk.tick(frame, channels, frame);
    }

    @AfterEach
    void close() {
        clock.close();
    }

    @Test
    void everyTickIsAFrameForEverybody() throws Exception {
        var dave = new Phone();
        var jas = new Phone();
        hear(dave, jas);
        clock.start();
        for (int i = 0; i < 5; i++) {
            tick();
            assertThat(dave.hears(1)).isTrue();
            assertThat(jas.hears(1)).isTrue();
        }
        assertThat(clock.missed()).isZero();
    }

    @Test
    void aStuckSocketCostsNobodyElseAFrame() throws Exception {
        var first = new Phone();
        var stuck = new StuckPhone();
        var last = new Phone();
        hear(first, stuck, last);
        clock.start();
        tick();
        assertThat(stuck.kept.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 10; i++) {
            assertThat(first.hears(1)).isTrue();
            assertThat(last.hears(1)).isTrue();
            tick();
        }
        assertThat(joined.tryAcquire(3, SECONDS, TimeUnit.SECONDS))
                .as("each as it starts")
                .isTrue();
        assertThat(stuck.played).isEmpty();
        stuck.moves.countDown();
        assertThat(stuck.hears(1)).isTrue();
    }

    @Test
    void manyStuckSocketsCostNobodyElseAFrame() throws Exception {
        List<StuckPhone> stuck = new ArrayList<>();
        List<Phone> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            stuck.add(new StuckPhone());
            all.add(stuck.getLast());
            all.add(new Phone());
        }
        hear(all.toArray(Phone[]::new));
        clock.start();
        for (int i = 0; i < 3; i++) {
            tick();
            for (int j = 1; j < all.size(); j += 2) {
                assertThat(all.get(j).hears(1)).isTrue();
            }
        }
        stuck.forEach(each -> each.moves.countDown());
        for (StuckPhone each : stuck) {
            assertThat(each.hears(1)).isTrue();
        }
    }

    @Test
    void aSocketThatMovesAgainIsBackOnTheClock() throws Exception {
        var stuck = new StuckPhone();
        var other = new Phone();
        hear(stuck, other);
        clock.start();
        tick();
        assertThat(other.hears(1)).isTrue();
        stuck.moves.countDown();
        assertThat(stuck.hears(1)).isTrue();
        tick();
        assertThat(stuck.hears(1)).isTrue();
        assertThat(other.hears(1)).isTrue();
    }

    @Test
    void aBrokenSocketIsALostLegAndNobodyElses() throws Exception {
        var broken = new BrokenPhone();
        var other = new Phone();
        hear(broken, other);
        clock.start();
        tick();
        assertThat(other.hears(1)).isTrue();
        assertThat(broken.lost.tryAcquire(SECONDS, TimeUnit.SECONDS)).isTrue();
        tick();
        assertThat(other.hears(1)).isTrue();
        assertThat(broken.lost.availablePermits()).as("once").isZero();
        assertThat(other.lost.availablePermits()).isZero();
    }

    @Test
    void aClockThatCameTooLateGoesOnFromThePresent() throws Exception {
        var dave = new Phone();
        hear(dave);
        for (int i = 0; i < 3; i++) {
            tick();
        }
        clock.start();
        for (int i = 0; i < 40; i++) {
            tick();
        }
        tick();
        assertThat(dave.hears(1)).isTrue();
    }
}
