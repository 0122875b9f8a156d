package io.partyline.studio.sound;

import io.partyline.audio.chain.AutomaticGain;
import io.partyline.audio.chain.HostVoice;
import io.partyline.audio.chain.Knobs;
import io.partyline.audio.chain.VoiceChain;
import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.CallerSound;
import io.partyline.show.Links;
import io.partyline.show.Show;
import java.util.HashMap;
import java.util.Map;

/// What is done to the voice of each call that others hear. It is the call's, not the line's: on
/// another line a caller is as loud as before.
///
/// For the show thread; the chains themselves work on the audio thread.
final class Chains {
    private final HostVoice host;
    private final CallerSound usual;
    private final Map<CallId, Chained> chained = new HashMap<>();

    /// One call's voice: its gain, which stays, and the chain on the line that it comes on now.
    private static final class Chained {
        private final AutomaticGain gain;
        private Knobs knobs;
        private VoiceChain chain;

        private Chained(AutomaticGain gain, VoiceChain chain) {
            this.gain = gain;
            this.chain = chain;
            this.knobs = Knobs.DRY;
        }
    }

    /// @param usual how the show has its callers
    Chains(HostVoice host, CallerSound usual) {
        this.host = host;
        this.usual = usual;
    }

    /// A chain for the line that a call comes on from now on.
    VoiceChain plug(CallId call) {
        Chained voice = of(call);
        voice.chain = chain(call, voice.gain);
        voice.chain.set(voice.knobs);
        return voice.chain;
    }

    /// Sets every chain as the show says, and forgets those of calls that are over.
    void set(Show show) {
        chained.keySet().retainAll(show.calls().live().keySet());
        show.calls().live().values().forEach(this::set);
    }

    private void set(Call call) {
        Links links = call.chain().working(call.caller(), usual.links());
        var knobs =
                new Knobs(
                        links.highPass(),
                        links.autoGain(),
                        links.expander(),
                        links.limiter(),
                        links.ducking(),
                        call.chain().trimDb());
        Chained voice = of(call.id());
        voice.knobs = knobs;
        voice.chain.set(knobs);
    }

    private Chained of(CallId call) {
        return chained.computeIfAbsent(call, this::first);
    }

    private Chained first(CallId call) {
        var gain = new AutomaticGain(host);
        return new Chained(gain, chain(call, gain));
    }

    private VoiceChain chain(CallId call, AutomaticGain gain) {
        return new VoiceChain(host, gain, usual.duckDb(), call.hashCode());
    }
}
