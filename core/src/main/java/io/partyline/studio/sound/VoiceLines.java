package io.partyline.studio.sound;

import io.partyline.show.CallId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The lines of all AI voices. Safe for use by many threads.
public final class VoiceLines {
    private final VoiceLine announcer = new VoiceLine();
    private final Map<CallId, VoiceLine> callers = new ConcurrentHashMap<>();
    private final Map<CallId, VoiceLine> screeners = new ConcurrentHashMap<>();
    private volatile boolean ducked;

    /// Texts that are spoken outside any turn.
    public VoiceLine announcer() {
        return announcer;
    }

    /// The line of an AI caller, from their first word to their last.
    public VoiceLine of(CallId call) {
        return callers.computeIfAbsent(call, _ -> fresh());
    }

    private VoiceLine fresh() {
        var line = new VoiceLine();
        line.duck(ducked);
        return line;
    }

    /// The line of an AI caller, if they have one.
    Optional<VoiceLine> find(CallId call) {
        return Optional.ofNullable(callers.get(call));
    }

    /// A new line on which the screener speaks to a caller. It is neither lowered nor waited for
    /// with the others, since nobody on the air hears it.
    public VoiceLine screen(CallId call) {
        var line = new VoiceLine();
        screeners.put(call, line);
        return line;
    }

    Optional<VoiceLine> screenerOf(CallId call) {
        return Optional.ofNullable(screeners.get(call));
    }

    /// Of a call whose voice has left the mix.
    void forget(CallId call) {
        Optional.ofNullable(callers.remove(call)).ifPresent(VoiceLine::leave);
        Optional.ofNullable(screeners.remove(call)).ifPresent(VoiceLine::leave);
    }

    /// Whether one of them is in the mix now: asked for every frame of everybody on the air.
    public boolean sounding() {
        for (VoiceLine line : callers.values()) {
            if (line.ready() > 0) {
                return true;
            }
        }
        return announcer.ready() > 0;
    }

    /// Makes all of them lower from the next frame on, or as loud as before.
    public void duck(boolean lower) {
        ducked = lower;
        announcer.duck(lower);
        callers.values().forEach(line -> line.duck(lower));
    }
}
