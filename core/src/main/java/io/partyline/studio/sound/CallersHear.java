package io.partyline.studio.sound;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which mix each open leg hears, from one version of the patch on.
///
/// A value, apart from the legs and buffers that it names.
///
/// @param version the patch's
/// @param legs in the order in which they are played to
record CallersHear(long version, Map<MixBuffer, List<Leg>> legs) {
    /// Nobody is on the telephone.
    static final CallersHear NOBODY = new CallersHear(0, Map.of());

    CallersHear {
        legs = Collections.unmodifiableMap(new LinkedHashMap<>(legs));
    }
}
