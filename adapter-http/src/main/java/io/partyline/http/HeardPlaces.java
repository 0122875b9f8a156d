package io.partyline.http;

import io.partyline.show.ShowId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Tells a page where in the show it is heard, as often as it must know to find the place of
/// everything that it said: once a second, and on both sides of every jump. Between two such places
/// all is as even as the clocks are.
///
/// For the page's writer.
final class HeardPlaces implements HeardLog.Reader {
    /// Samples from one telling to the next.
    private static final long EVERY = 48_000;

    /// By how many samples a frame may be off from where the one before lets expect it: reading
    /// faster or slower moves it by half a sample.
    private static final double EVEN = 4;

    private final Predicate<ShowId> recorded;
    private final Consumer<SeatMessage> page;
    private Optional<SeatMessage.Heard> last = Optional.empty();
    private long toldAt;

    /// @param recorded whether a show is being recorded now
    HeardPlaces(Predicate<ShowId> recorded, Consumer<SeatMessage> page) {
        this.recorded = recorded;
        this.page = page;
    }

    @Override
    public void take(ShowId show, long place, double sample) {
        if (sample < 0 || !recorded.test(show)) {
            end();
            return;
        }
        var now = new SeatMessage.Heard(show, place, sample);
        if (last.filter(now::follows).isEmpty()) {
            end();
            tell(now);
        } else if (place - toldAt >= EVERY) {
            tell(now);
        }
        last = Optional.of(now);
    }

    /// The last frame before a jump, unless that is known.
    private void end() {
        last.filter(frame -> frame.at() != toldAt).ifPresent(this::tell);
        last = Optional.empty();
    }

    private void tell(SeatMessage.Heard frame) {
        toldAt = frame.at();
        page.accept(frame);
    }

    /// Whether one frame stands where the one before it lets expect.
    static boolean even(SeatMessage.Heard before, SeatMessage.Heard after) {
        double shown = (double) after.at() - before.at();
        return shown > 0 && Math.abs(after.sample() - before.sample() - shown) <= EVEN;
    }
}
