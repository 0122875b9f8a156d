package io.partyline.exports;

import io.partyline.files.WavHead;
import io.partyline.show.Cuts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The mix with the host as they recorded themselves, instead of what their line let through: that
/// is taken out of the mix, and their own recording put in its place, to the sample.
///
/// Where the own recording has a gap, and where the host was not to be heard, the mix stays as it
/// was. Where peaks of the mix were turned down, what is taken out is a little more than what was
/// in it.
///
/// @param line the host's stem
/// @param own their own recording
/// @param heard where the host was in the program, and it was recorded; in order
record OwnHost(Samples mix, Samples line, Samples own, List<Cuts.Cut> heard) implements Samples {
    /// So much silence to the last bit is no microphone: 20 ms.
    private static final int GAP = 960;

    /// From one to the other it goes in 5 ms, on this side of a gap.
    private static final int FADE = 240;

    private static final int AROUND = GAP + FADE;

    @Override
    public long count() {
        return mix.count();
    }

    @Override
    public Optional<WavHead> head(long from) throws IOException {
        return mix.head(from);
    }

    @Override
    public void read(long from, float[] into) throws IOException {
        mix.read(from, into);
        var recorded = new float[into.length + 2 * AROUND];
        own.read(from - AROUND, recorded);
        float[] parts = parts(from - AROUND, recorded);
        var through = new float[into.length];
        line.read(from, through);
        for (int i = 0; i < into.length; i++) {
            into[i] += parts[AROUND + i] * (recorded[AROUND + i] - through[i]);
        }
    }

    /// How much of the own recording is heard at each sample, from 0 to 1.
    private float[] parts(long from, float[] recorded) {
        boolean[] there = there(from, recorded);
        var parts = new float[recorded.length];
        int since = FADE;
        for (int i = 0; i < parts.length; i++) {
            since = there[i] ? Math.min(FADE, since + 1) : 0;
            parts[i] = since / (float) FADE;
        }
        int until = FADE;
        for (int i = parts.length - 1; i >= 0; i--) {
            until = there[i] ? Math.min(FADE, until + 1) : 0;
            parts[i] = Math.min(parts[i], until / (float) FADE);
        }
        return parts;
    }

    private boolean[] there(long from, float[] recorded) {
        var there = new boolean[recorded.length];
        for (Cuts.Cut stretch : heard) {
            int first = Math.clamp(stretch.from() - from, 0, there.length);
            int last = Math.clamp(stretch.to() - from, 0, there.length);
            for (int i = first; i < last; i++) {
                there[i] = true;
            }
        }
        int silent = 0;
        for (int i = 0; i <= recorded.length; i++) {
            if (i < recorded.length && recorded[i] == 0) {
                silent++;
            } else {
                gap(there, i - silent, i);
                silent = 0;
            }
        }
        return there;
    }

    private static void gap(boolean[] there, int from, int to) {
        for (int i = from; to - from >= GAP && i < to; i++) {
            there[i] = false;
        }
    }
}
