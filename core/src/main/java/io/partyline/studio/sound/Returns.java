package io.partyline.studio.sound;

import io.partyline.audio.mixer.Listener;
import io.partyline.audio.mixer.Strip;
import io.partyline.audio.speech.EchoTrace;
import io.partyline.mix.WhoHears.Mix;
import io.partyline.mix.WhoHears.Source;
import io.partyline.show.CallId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is sent to each caller on the air, and what comes back from them: only how loud it is,
/// which the mixer has measured anyway.
///
/// [#plug] is for the show thread, [#tick] for the audio thread, [#traces] for any.
final class Returns {
    private record Way(EchoTrace trace, Listener to, Strip from) {}

    private volatile List<Way> ways = List.of();
    private volatile Map<CallId, EchoTrace> traces = Map.of();

    /// From the next tick on.
    ///
    /// @param strips the callers' voices as they come
    void plug(Map<Mix, Listener> listeners, Map<Source, Strip> strips) {
        var next = new ArrayList<Way>();
        var kept = new HashMap<CallId, EchoTrace>();
        listeners.forEach((mix, listener) -> {
            if (mix instanceof Mix.MinusSelf(var call)) {
                Optional.ofNullable(strips.get(new Source.Voice(call)))
                        .ifPresent(voice -> {
                            EchoTrace trace = traces.getOrDefault(call, new EchoTrace());
                            kept.put(call, trace);
                            next.add(new Way(trace, listener, voice));
                        });
            }
        });
        traces = Map.copyOf(kept);
        ways = List.copyOf(next);
    }

    /// Real-time; behind the mixer.
    void tick() {
        List<Way> now = ways;
        for (int i = 0; i < now.size(); i++) {
            Way way = now.get(i);
            way.trace().add(way.to().meter().rms(), way.from().meter().rms());
        }
    }

    /// The traces of those who are on the air now.
    Map<CallId, EchoTrace> traces() {
        return traces;
    }
}
