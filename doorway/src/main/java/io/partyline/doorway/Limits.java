package io.partyline.doorway;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/// What a door takes from whoever comes.
///
/// @param visitors most connections that are known to be the carrier's or the host's own, streams
///   among them
/// @param strangers most connections of whom nothing is known yet; when one more comes, the one
///   that has been a stranger for longest goes. A genuine request is read within milliseconds, so
///   it is not the one
/// @param longestBody most bytes of a request's body, once it is unpacked
/// @param head how long a request's head may take from its first byte to its last
/// @param body how long the rest of it may take
/// @param idle how long a connection may say nothing between two requests
/// @param write how long what is written may stay untaken
public record Limits(
        int visitors,
        int strangers,
        int longestBody,
        Duration head,
        Duration body,
        Duration idle,
        Duration write) {

    /// A genuine head or body comes in one piece; this is what a bad network may take for it.
    private static final Duration HALF = Duration.ofSeconds(5);

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration WRITE = Duration.ofSeconds(10);

    /// The usual times: 5 s for a head, 5 s for a body, 30 s of silence, 10 s for a write.
    public static Limits of(int visitors, int strangers, int longestBody) {
        return new Limits(visitors, strangers, longestBody, HALF, HALF, IDLE, WRITE);
    }

    public Limits {
        if (visitors < 1 || strangers < 1 || longestBody < 1) {
            throw new IllegalArgumentException("A door that lets nobody and nothing in is none.");
        }
    }

    /// The least time that is given for anything.
    Duration shortest() {
        return Collections.min(List.of(head, body, idle, write));
    }

    /// Most connections that there can be for a moment, while those who have to go do so.
    int connections() {
        return visitors + 2 * strangers;
    }
}
