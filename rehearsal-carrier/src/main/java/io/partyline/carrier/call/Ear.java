package io.partyline.carrier.call;

import io.partyline.carrier.call.Hearing.Kind;
import io.partyline.carrier.office.Exchange;
import io.partyline.carrier.sound.Heard;
import io.partyline.carrier.sound.Tune;
import io.partyline.carrier.stream.MediaLeg;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What one caller hears from ring to end, piece after piece. The carrier's music is computed when
/// somebody asks for it.
///
/// Safe for use by many threads at once.
final class Ear {
    /// Music is given back up to this; a caller who waits longer has heard the same again.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /// @param sound what was heard up to a moment
    private record Piece(Kind from, Instant since, String stream, Function<Instant, Heard> sound) {}

    private final Exchange exchange;
    private final List<Piece> pieces = new ArrayList<>();
    private Optional<Instant> closed = Optional.empty();

    Ear(Exchange exchange) {
        this.exchange = exchange;
    }

    /// From now on it is this of the carrier's.
    synchronized void hears(Kind kind) {
        Instant since = exchange.diary().now();
        pieces.add(new Piece(kind, since, "", until -> carrier(kind, since, until)));
    }

    /// From now on it is a stream.
    synchronized void hears(MediaLeg leg) {
        Instant since = exchange.diary().now();
        pieces.add(new Piece(Kind.SHOW, since, leg.streamSid(), _ -> leg.heard()));
    }

    /// The call is over.
    synchronized void closes() {
        closed = Optional.of(exchange.diary().now());
    }

    synchronized List<Hearing> hearings() {
        List<Hearing> hearings = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Heard heard = piece.sound().apply(end(i));
            hearings.add(new Hearing(piece.from(), piece.since(), piece.stream(), heard));
        }
        return hearings;
    }

    private Instant end(int piece) {
        return piece + 1 < pieces.size()
                ? pieces.get(piece + 1).since()
                : closed.orElseGet(exchange.diary()::now);
    }

    private Heard carrier(Kind kind, Instant since, Instant until) {
        Duration length = Duration.between(since, until);
        Duration kept = length.compareTo(LONGEST) < 0 ? length : LONGEST;
        return Heard.of(kind == Kind.MUSIC ? Tune.of(kept) : Tune.silence(kept));
    }
}
