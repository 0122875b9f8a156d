package io.partyline.twilio;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Mulaw;
import io.partyline.audio.rate.PhoneFrame;
import io.partyline.port.Handset;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/// The way to one caller: each frame that the studio plays becomes one message, written at once.
///
/// The studio's clock is the only one. This class keeps what lies at the carrier between two marks:
/// it gives a lead of silence where there is none, and throws away what would only be delay. And
/// since it is called every 20 ms, it is also what notices that nothing comes from the caller any
/// more.
///
/// [#play] is for one thread at a time, which may be another each time; all else is safe for many.
final class ToCaller implements Handset {
    /// The carrier sends fifty messages a second whether anybody speaks or not.
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(2);

    /// A clock that was not heard of for so long stood still, and what came meanwhile has not been
    /// read yet: the silence counts from then.
    private static final Duration STANDSTILL = Duration.ofMillis(500);

    private static final String SILENCE = FrameText.text(silence());
    private static final String END = "\"}}";

    private final Wire wire;
    private final FrameText frames;
    private final LongSupplier heardAt;
    private final Runnable whenOver;
    private final String media;
    private final String mark;
    private final String clear;
    private final CarrierBuffer buffer;
    private final Pacing pacing;
    private final LongSupplier nanoTime;
    private long playedAt;
    private long listensSince;

    /// @param streamSid an id as [TwilioSettings#isId] allows, so that nothing in it needs escaping
    /// @param frames shared by all streams
    /// @param heardAt when something came from the caller last
    /// @param whenOver what is to be done once the show is done with the path
    /// @param nanoTime a clock that only runs forward, the same as for `heardAt`
    ToCaller(
            Wire wire,
            String streamSid,
            FrameText frames,
            LongSupplier heardAt,
            Runnable whenOver,
            LongSupplier nanoTime) {
        this.wire = wire;
        this.frames = frames;
        this.heardAt = heardAt;
        this.whenOver = whenOver;
        this.nanoTime = nanoTime;
        media =
                "{\"event\":\"media\",\"streamSid\":\""
                        + streamSid
                        + "\",\"media\":{\"payload\":\"";
        mark = "{\"event\":\"mark\",\"streamSid\":\"" + streamSid + "\",\"mark\":{\"name\":\"";
        clear = "{\"event\":\"clear\",\"streamSid\":\"" + streamSid + "\"}";
        playedAt = nanoTime.getAsLong();
        listensSince = playedAt;
        pacing = new Pacing(playedAt);
        buffer = new CarrierBuffer();
    }

    /// What waits at the carrier.
    CarrierBuffer buffer() {
        return buffer;
    }

    @Override
    public void play(PhoneFrame frame) {
        wire.speak(() -> tick(frame, nanoTime.getAsLong()));
    }

    @Override
    public void over() {
        whenOver.run();
    }

    private void tick(PhoneFrame frame, long now) {
        if (isSilent(now)) {
            wire.cut();
            return;
        }
        if (buffer.tooDeep()) {
            wire.send(clear);
            buffer.cleared();
            pacing.cleared(now);
        }
        for (int lead = pacing.lead(now); lead > 0; lead--) {
            send(SILENCE, now);
        }
        if (pacing.mayPlay(now)) {
            send(frames.of(frame), now);
        }
    }

    /// Half-open: the connection stands, and nobody is there.
    private boolean isSilent(long now) {
        if (now - playedAt > STANDSTILL.toNanos()) {
            listensSince = now;
        }
        playedAt = now;
        long since = Math.max(listensSince, heardAt.getAsLong());
        return now - since > LONGEST_SILENCE.toNanos();
    }

    private void send(String payload, long now) {
        wire.send(media + payload + END);
        pacing.played(now);
        buffer.sent(now).ifPresent(name -> wire.send(mark + name + END));
    }

    private static byte[] silence() {
        byte[] codes = new byte[Frames.PHONE_SAMPLES];
        Arrays.fill(codes, Mulaw.SILENCE);
        return codes;
    }
}
