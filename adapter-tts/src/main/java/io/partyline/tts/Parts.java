package io.partyline.tts;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The voices of one provider, given out. Immutable.
///
/// @param parts who speaks what is wished for, by [#key]
/// @param speakers all voices there are
record Parts(Map<String, Speaker> parts, List<Speaker> speakers) {
    Parts {
        parts = Map.copyOf(parts);
        speakers = List.copyOf(speakers);
    }

    static String key(String wish) {
        return wish.strip().toLowerCase(Locale.ROOT);
    }

    /// The voice for a wish: the one it was given, the one that it names, else always the same one.
    Speaker of(String wish) {
        Speaker cast = parts.get(key(wish));
        if (cast != null) {
            return cast;
        }
        return speakers.stream()
                .filter(speaker -> speaker.called(wish.strip()))
                .findFirst()
                .orElseGet(
                        () -> speakers.get(Math.floorMod(key(wish).hashCode(), speakers.size())));
    }

    List<String> names() {
        return speakers.stream().map(Speaker::name).toList();
    }
}
