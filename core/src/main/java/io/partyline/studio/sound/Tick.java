package io.partyline.studio.sound;

import io.partyline.audio.Counter;
import io.partyline.audio.Frames;
import io.partyline.port.Console;
import io.partyline.port.HostSeat;
import io.partyline.port.Ticking;

/// One tick: takes in what the host says, turns the mixer, and hands out what the host hears and
/// what the console plays.
///
/// A seat or a console that throws is silence and a counter, and costs nobody else a frame. Audio
/// thread only, except for [#faults].
final class Tick implements Ticking {
    private final HostSeat seat;
    private final ProducersLine producer;
    private final Console console;
    private final Desk desk;
    private final float[] fromHost = new float[Frames.SAMPLES];
    private final float[] toHost = new float[Frames.SAMPLES];
    private final float[][] channels;
    private final Counter faults = new Counter();

    /// @param count number of console channels
    Tick(HostSeat seat, ProducersLine producer, Console console, int count, Desk desk) {
        this.seat = seat;
        this.producer = producer;
        this.console = console;
        this.desk = desk;
        channels = new float[count][Frames.SAMPLES];
    }

    @Override
    public void tick() {
        hear();
        producer.hear();
        desk.tick(fromHost, channels, toHost);
        monitor();
        producer.play();
        play();
    }

    private void hear() {
        try {
            ShowTime time = desk.time();
            seat.next(time.show(), time.position(desk.mixed()));
            seat.microphone().read(fromHost);
        } catch (Throwable _) {
            Frames.silence(fromHost);
            faults.add(1);
        }
    }

    private void monitor() {
        try {
            seat.monitor().write(toHost);
        } catch (Throwable _) {
            faults.add(1);
        }
    }

    private void play() {
        try {
            console.play(channels);
        } catch (Throwable _) {
            faults.add(1);
        }
    }

    /// How often a seat or the console threw.
    long faults() {
        return faults.value() + producer.faults();
    }
}
