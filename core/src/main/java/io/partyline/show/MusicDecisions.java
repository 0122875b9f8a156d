package io.partyline.show;

import static io.partyline.show.Decision.accept;

import java.time.Instant;

/// What sounds is reported, and not decided: the show writes down when it was.
record MusicDecisions(Instant now) {
    Decision decide(MusicCommand report) {
        return accept(
                switch (report) {
                    case MusicCommand.BeginTrack(var track, var loop, var at) ->
                            new MusicEvent.TrackBegan(track, loop, at, now);
                    case MusicCommand.EndTrack(var track, var how, var problem, var at) ->
                            new MusicEvent.TrackEnded(track, how, problem, at, now);
                    case MusicCommand.BeginCart(var cart, var sound, var loop, var at) ->
                            new MusicEvent.CartFired(cart, sound, loop, at, now);
                    case MusicCommand.EndCart(var cart, var sound, var how, var problem, var at) ->
                            new MusicEvent.CartEnded(cart, sound, how, problem, at, now);
                    case MusicCommand.SetMusic(var volume, var loop, var next) ->
                            new MusicEvent.MusicSet(volume, loop, next, now);
                    case MusicCommand.ReportShelf(var shelf, var pieces, var broken) ->
                            new MusicEvent.ShelfChanged(shelf, pieces, broken, now);
                });
    }
}
