package io.partyline.http;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.port.HostSeat;
import io.partyline.show.ShowId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/// The host's seat in a browser, or the producer's: microphone and headphones of a page, over the
/// studio door.
///
/// One page sits here at a time ([Reception]); between two of them, and while nobody sits, the show
/// goes on in silence. Sound travels in frames of 20 ms, each way through a buffer that makes up
/// for the difference of the clocks: here for the microphone, in the page for the headphones.
///
/// [#microphone] and [#monitor] are for the clock's thread; the rest is safe for use by many.
public final class BrowserSeat implements HostSeat {
    static final String NOBODY =
            "Nobody sits at the browser's microphone: open the dashboard and sit down there.";

    private static final String ASLEEP =
            "No sound comes from the page that sits at the microphone: its computer may be asleep.";

    private final SeatSound sound = new SeatSound();
    private final Reception reception = new Reception(sound, this::left);
    private final Duration patience;
    private volatile Predicate<ShowId> recorded = _ -> false;
    private volatile Runnable whenLeft = () -> {};

    /// A seat that nobody sits at yet.
    public BrowserSeat() {
        this(SeatPage.PATIENCE);
    }

    /// @param patience how long a page may read nothing before it is cut off
    BrowserSeat(Duration patience) {
        this.patience = patience;
    }

    /// Pages are told where they are heard in shows that are recorded, so that what they keep of
    /// the microphone has its place; of no other they keep anything.
    void recorded(Predicate<ShowId> shows) {
        recorded = shows;
    }

    /// @param deed done when the page that sat here has gone, or has left the seat to nobody
    void whenLeft(Runnable deed) {
        whenLeft = deed;
    }

    private void left() {
        whenLeft.run();
    }

    /// For a page that has just come in.
    SeatPage page() {
        return new SeatPage(reception, patience, show -> recorded.test(show));
    }

    @Override
    public String name() {
        return sitter().map(page -> name(page.told())).orElse("the browser");
    }

    private static String name(SeatMessage.Told told) {
        return "the browser; microphone: %s; headphones: %s"
                .formatted(
                        told.microphone().orElse("its default"),
                        told.headphones().orElse("its default"));
    }

    @Override
    public Optional<String> trouble() {
        Optional<SeatMessage.Told> told = sitter().map(SeatPage::told);
        if (told.isEmpty()) {
            return Optional.of(NOBODY);
        }
        return told.get().mic().trouble().or(() -> asleep(told.get()));
    }

    private Optional<String> asleep(SeatMessage.Told told) {
        long now = System.nanoTime();
        return reception
                .sitting()
                .filter(stay -> told.mic().sends() && stay.isQuiet(now))
                .map(_ -> ASLEEP);
    }

    /// How the microphone is, if somebody sits here.
    Optional<MicState> mic() {
        return sitter().map(page -> page.told().mic());
    }

    private Optional<SeatPage> sitter() {
        return reception.sitter().map(SeatPage.class::cast);
    }

    /// There is nothing to connect: pages come by themselves.
    @Override
    public void open() {}

    @Override
    public void next(ShowId show, long position) {
        sound.next(show, position);
    }

    @Override
    public FrameSource microphone() {
        return sound;
    }

    @Override
    public FrameSink monitor() {
        return sound;
    }

    /// Every page is told that the show is over.
    @Override
    public void close() {
        reception.close();
    }
}
