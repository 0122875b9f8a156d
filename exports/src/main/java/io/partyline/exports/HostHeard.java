package io.partyline.exports;

import io.partyline.audio.Frames;
import io.partyline.port.Journal;
import io.partyline.show.Cuts;
import io.partyline.show.Show;
import io.partyline.show.ShowEvent;
import java.util.ArrayList;
import java.util.List;

/// Where in a show the host was in the program, and it was recorded, by its events: not while they
/// talked to one caller alone, not in a pause of the recording, not while the program was away.
///
/// An event says to the second where it happened, so the second before and behind counts as not
/// heard.
final class HostHeard {
    private static final long ABOUT = Frames.RATE;

    private final List<Cuts.Cut> heard = new ArrayList<>();
    private long from;
    private boolean on;
    private long last;

    private HostHeard() {}

    /// @param entries all events of a show
    /// @param end how long it is
    static List<Cuts.Cut> in(List<Journal.Entry> entries, long end) {
        var host = new HostHeard();
        Show show = Show.before(entries.getFirst().seq() - 1);
        for (Journal.Entry entry : entries) {
            show = show.apply(entry.event());
            if (entry.event() instanceof ShowEvent.ShowResumed) {
                host.set(false, host.last);
            }
            host.last = show.positionAt(entry.event().at());
            host.set(isHeard(show), host.last);
        }
        if (host.on) {
            host.keep(end);
        }
        return host.heard;
    }

    private static boolean isHeard(Show show) {
        return show.open()
                && show.recording().runs()
                && show.calls().live().values().stream().noneMatch(call -> call.marks().talkback());
    }

    private void set(boolean now, long at) {
        if (on && !now) {
            keep(at - ABOUT);
        } else if (!on && now) {
            from = at == 0 ? 0 : at + ABOUT;
        }
        on = now;
    }

    private void keep(long to) {
        if (to > from) {
            heard.add(new Cuts.Cut(from, to));
        }
    }
}
