package io.partyline.exports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A stretch of a stem that is heard.
///
/// @param from its first sample
/// @param to the sample after its last
record Kept(long from, long to) {
    long length() {
        return to - from;
    }

    /// What is left of so many samples without some stretches, which may overlap and reach beyond
    /// the end.
    static List<Kept> of(long samples, List<LeftOut> leftOut) {
        var kept = new ArrayList<Kept>();
        long at = 0;
        for (LeftOut gap :
                leftOut.stream().sorted(Comparator.comparingLong(LeftOut::from)).toList()) {
            if (gap.from() > at) {
                kept.add(new Kept(at, Math.min(gap.from(), samples)));
            }
            at = Math.max(at, gap.to());
        }
        if (at < samples) {
            kept.add(new Kept(at, samples));
        }
        return kept.stream().filter(stretch -> stretch.length() > 0).toList();
    }
}
