package io.partyline.studio.sound;

import io.partyline.audio.rate.PhoneFrame;
import io.partyline.studio.sound.PhoneRound.Play;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

/// What each caller is to hear in each tick: every mix is resampled and encoded once, and whoever
/// goes from one mix to another gets a frame of their own, in which one fades into the other.
///
/// [#hear] is for the show thread, the rest for the phone clock.
final class PhoneMixes {
    private final LongUnaryOperator versionAt;
    private final NavigableMap<Long, CallersHear> coming = new ConcurrentSkipListMap<>();
    private final Map<MixBuffer, PhoneMix> mixes = new HashMap<>();
    private final AtomicLong missed = new AtomicLong();
    private CallersHear now = CallersHear.NOBODY;
    private long frames;

    /// @param versionAt which patch was mixed in a tick
    PhoneMixes(LongUnaryOperator versionAt) {
        this.versionAt = versionAt;
    }

    /// Who hears what, from a patch on that has not been mixed yet.
    void hear(CallersHear next) {
        coming.put(next.version(), next);
    }

    /// Frames that a caller did not get, because their path was still busy with one before.
    long missed() {
        return missed.get();
    }

    /// Goes on to a tick that has been mixed.
    PhoneRound turn(long tick) {
        CallersHear before = now;
        now = at(versionAt.applyAsLong(tick));
        before.legs().keySet().forEach(buffer -> turn(buffer, tick));
        now.legs().keySet().stream()
                .filter(buffer -> !before.legs().containsKey(buffer))
                .forEach(buffer -> turn(buffer, tick));
        var plays = new ArrayList<Play>();
        now.legs().forEach((buffer, legs) -> play(mix(buffer), legs, plays));
        mixes.keySet().retainAll(now.legs().keySet());
        return new PhoneRound(plays);
    }

    private CallersHear at(long version) {
        CallersHear latest = now;
        for (var next = coming.firstEntry();
                next != null && next.getKey() <= version;
                next = coming.firstEntry()) {
            latest = next.getValue();
            coming.remove(next.getKey());
        }
        return latest;
    }

    private void turn(MixBuffer buffer, long tick) {
        mix(buffer).turn(tick, ++frames);
    }

    private PhoneMix mix(MixBuffer buffer) {
        return mixes.computeIfAbsent(buffer, PhoneMix::new);
    }

    private void play(PhoneMix mix, List<Leg> legs, List<Play> plays) {
        for (Leg leg : legs) {
            if (leg.over()) {
                continue;
            }
            if (leg.busy()) {
                missed.incrementAndGet();
            } else {
                plays.add(new Play(leg, frame(mix, leg.hears(mix))));
                leg.expectPlay();
            }
        }
    }

    private PhoneFrame frame(PhoneMix mix, Optional<PhoneMix> before) {
        return before.filter(mix::equals).isPresent() ? mix.frame() : mix.after(before, ++frames);
    }
}
