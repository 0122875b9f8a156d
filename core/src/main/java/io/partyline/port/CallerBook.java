package io.partyline.port;

import io.partyline.cast.Regular;
import io.partyline.show.Acquaintance;
import io.partyline.show.EarlierCall;
import io.partyline.show.ShowId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is remembered of callers from show to show. People are known by the fingerprint of their
/// number; AI callers who come back, by an id.
///
/// Implementations are safe for use by many threads at once. Methods that are given a fingerprint
/// take none that is empty: withheld numbers all have the same, empty one.
public interface CallerBook {
    /// Entries that a book shows: those whose last call is the newest.
    int MOST_SHOWN = 500;

    /// What the book says of one caller.
    ///
    /// @param banned whether they are turned away
    record Entry(String fingerprint, boolean banned, Acquaintance who) {}

    /// The fingerprints of numbers that are turned away.
    Set<String> banned();

    /// Turns a number away from now on. Banning twice is not an error.
    void ban(String fingerprint, Instant at);

    /// Lets a number in again. Somebody who is not banned may be allowed.
    void allow(String fingerprint);

    /// What is known of a caller; empty if nothing is.
    Optional<Entry> find(String fingerprint);

    /// Whoever is known, the newest call first; at most [#MOST_SHOWN].
    List<Entry> callers();

    /// Writes a call down that has ended. The same call may be written twice; it counts once.
    ///
    /// @param called what they were called in it; empty if nobody knew
    void remember(String fingerprint, EarlierCall call, String called);

    /// Writes down what host or producer want known of a caller, over what was there. Their calls
    /// stay as they are.
    void write(String fingerprint, Acquaintance who);

    /// Takes a caller out, ban and all. Afterwards no byte of them is left where the book is kept.
    void forget(String fingerprint);

    /// The AI callers who come back.
    List<Regular> regulars();

    /// Writes an AI caller down who comes back, over what was there under that id.
    void keep(Regular regular);

    /// Takes an AI caller out.
    void retire(String id);

    /// Which evening a show is, counted from 1; asked twice, the answer is the same.
    long evening(ShowId show);
}
