package io.partyline.app;

import io.partyline.port.Console;
import io.partyline.port.HostSeat;
import io.partyline.studio.Studio;

/// The seat and the console of a show, with what is tried laid over them.
///
/// @param atTheEars at the host's headphones
/// @param onChannels on the channel that the console is aimed at
record TriedSound(TriedSeat seat, TriedConsole console, Overlay atTheEars, Overlay onChannels) {
    static TriedSound over(HostSeat seat, Console console) {
        var atTheEars = new Overlay();
        var onChannels = new Overlay();
        return new TriedSound(
                new TriedSeat(seat, atTheEars),
                new TriedConsole(console, onChannels),
                atTheEars,
                onChannels);
    }

    /// Where the parts of this show are tried.
    Workbench workbench(RunningShow.Parts parts, Studio studio) {
        var onAir = new OnTheAir(studio);
        return new Workbench(
                parts.settings(),
                studio,
                new Trials(
                        parts.settings(),
                        studio,
                        seat,
                        console,
                        new Playback(atTheEars, onAir),
                        new Playback(onChannels, onAir),
                        parts.transcriber(),
                        parts.languageModel(),
                        parts.synthesizer()),
                onAir,
                new Bench(Bench.LIMIT));
    }
}
