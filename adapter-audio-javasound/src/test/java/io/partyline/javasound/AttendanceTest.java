package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The real threads. What they do with the devices is tested in [SeatAndConsoleTest] and beside it,
/// in a time that stands still when nobody waits.
class AttendanceTest {
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final FakeDevice headphones = FakeDevice.output("Headphones", 2);
    private final FakeDevice loopback = FakeDevice.output("Loopback", 8);
    private final FakeDevice microphone = FakeDevice.microphone("Microphone", 48_000, 1);
    private final FakeComputer computer =
            new FakeComputer(NanoTime.ofThisComputer(), headphones, loopback, microphone);
    private final SoundSettings settings =
            new SoundSettings(Optional.of("loopback"), Optional.empty(), 8);
    private final JavaSoundSeat seat =
            new JavaSoundSeat(computer.devices(), settings, SOON, _ -> {}, computer.time);
    private final JavaSoundConsole console =
            new JavaSoundConsole(computer.devices(), settings, SOON, _ -> {}, computer.time);
    private final float[] frame = new float[Frames.SAMPLES];

    @Test
    void seatAndConsoleWorkAtTheSameTimeAndGiveEveryLineBack() {
        seat.open();
        console.open(8);
        assertThat(seat.trouble()).isEmpty();
        assertThat(console.trouble()).isEmpty();
        seat.monitor().write(frame);
        console.play(new float[8][Frames.SAMPLES]);
        seat.close();
        console.close();
        assertThat(List.of(headphones, loopback, microphone))
                .allMatch(device -> device.line().closed());
    }

    @Test
    void aWriteThatNeverReturnsDoesNotKeepItFromClosing() throws Exception {
        seat.open();
        headphones.stuck = true;
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!headphones.entered.await(Frames.MILLIS, TimeUnit.MILLISECONDS)) {
            assertThat(System.nanoTime()).as("nobody plays").isLessThan(deadline);
            seat.monitor().write(frame);
        }
        seat.close();
        assertThat(List.of(headphones, microphone)).allMatch(device -> device.line().closed());
    }

    /// A device in whose driver one gets caught.
    private static final class Hanging implements Device {
        private final CountDownLatch released = new CountDownLatch(1);

        @Override
        public String name() {
            return "hanging";
        }

        @Override
        public long turn() {
            return SOON.toNanos();
        }

        @Override
        public void tend() {
            try {
                released.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void free() {}

        @Override
        public String words() {
            return "hangs";
        }

        @Override
        public Optional<String> trouble() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    @Test
    void aDriverThatTakesLongToOpenDoesNotKeepTheShowFromBeginning() {
        var hanging = new Hanging();
        var attendance = new Attendance("keeper", List.of(hanging), SOON, SOON, computer.time);
        attendance.start();
        hanging.released.countDown();
        attendance.close();
    }
}
