package io.partyline.studio.music;

import io.partyline.audio.Frames;
import io.partyline.audio.player.Carts;
import io.partyline.audio.player.Reel;
import io.partyline.mix.WhoHears;
import io.partyline.port.Jukebox;
import io.partyline.port.Shelves;
import io.partyline.port.SoundException;
import io.partyline.port.SoundShelf;
import io.partyline.port.SoundStream;
import io.partyline.show.MusicCommand;
import io.partyline.show.Played;
import io.partyline.show.PlayedOut;
import io.partyline.show.Reason;
import io.partyline.show.ShelfName;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import io.partyline.studio.sound.Pause;
import io.partyline.studio.sound.Players;
import io.partyline.studio.sound.ShowTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// The jukebox of a studio: gives the players what the host asks for, and tells the show what
/// sounds.
///
/// Nothing that is pressed waits for the show: what is in the mix is a fact, of which the thread
/// named `music` tells the show afterwards. Files are opened on the thread of whoever presses,
/// outside of any lock. Safe for use by many threads.
public final class ShowJukebox implements Jukebox, AutoCloseable {
    /// How often the players are looked at while something plays.
    private static final Duration ROUND = Duration.ofMillis(Frames.MILLIS);

    /// The same while nothing does; whoever plays something says so.
    private static final Duration QUIET = Duration.ofMillis(10 * Frames.MILLIS);

    /// How far music is decoded ahead: longer than the longest crossfade, so that the end of a
    /// track is known before the next one has to begin.
    private static final Duration MUSIC_AHEAD = Duration.ofSeconds(12);

    private static final Duration CART_AHEAD = Duration.ofSeconds(3);

    /// How music ends that is stopped.
    private static final Duration STOP = Duration.ofSeconds(1);

    private static final String TOO_FAST = "The sound stands still: try again in a moment.";

    /// Where the jukebox stands in its studio.
    public interface Surroundings {
        Show show();

        /// Where the show that sounds now lies on the mixer's count.
        ShowTime time();

        /// Tells a show that may have been closed meanwhile.
        void report(ShowId during, MusicCommand news);

        /// This source is to be recorded from now on; saying it twice is not an error.
        void record(WhoHears.Source source);
    }

    private final Shelves shelves;
    private final SoundShelf messages;
    private final Players players;
    private final Surroundings studio;
    private final Pause pause;
    private final Heads heads = new Heads();
    private final Thread thread;
    private volatile boolean closing;

    // Guarded by this.
    private final List<Playback> tracks = new ArrayList<>();
    private final List<Playback> carts = new ArrayList<>();
    private Optional<Playback> track = Optional.empty();
    private Optional<Playback> next = Optional.empty();
    private double volume = 1;
    private long firings;

    /// @param messages what callers have left, to be played as carts
    /// @param pause how it waits between two rounds
    public ShowJukebox(
            Shelves shelves,
            SoundShelf messages,
            Players players,
            Surroundings studio,
            Pause pause) {
        this.shelves = shelves;
        this.messages = messages;
        this.players = players;
        this.studio = studio;
        this.pause = pause;
        thread = Thread.ofPlatform().name("music").unstarted(this::run);
    }

    /// Begins to look at the shelves and the players; with nothing to play there is nothing to do.
    public void start() {
        if (shelves.isOff() && messages.isOff()) {
            return;
        }
        thread.start();
        Thread.ofVirtual().name("music-look").start(this::watch);
    }

    private void watch() {
        shelves.effects().watch(() -> changed(ShelfName.EFFECTS));
        shelves.music().watch(() -> changed(ShelfName.MUSIC));
    }

    /// Carts are learned first: they are pressed to the word.
    private void changed(ShelfName name) {
        heads.learn(shelves.effects(), shelves.music());
        List<SoundShelf.Piece> pieces = pieces(name);
        List<String> broken = pieces.stream().flatMap(piece -> piece.trouble().stream()).toList();
        studio.report(
                studio.show().id(), new MusicCommand.ReportShelf(name, pieces.size(), broken));
    }

    private SoundShelf shelf(ShelfName name) {
        return switch (name) {
            case MUSIC -> shelves.music();
            case EFFECTS -> shelves.effects();
        };
    }

    @Override
    public List<SoundShelf.Piece> pieces(ShelfName shelf) {
        return shelf(shelf).pieces();
    }

    @Override
    public Optional<String> trouble(ShelfName shelf) {
        return shelf(shelf).trouble();
    }

    @Override
    public synchronized Standing standing() {
        return new Standing(
                track.filter(one -> !one.reel.hasEnded()).map(Playback::playing),
                next.map(one -> one.piece),
                volume,
                shelves.crossfade(),
                players.lowered(),
                carts.stream().map(Playback::playing).toList());
    }

    @Override
    public Outcome play(String id, boolean loop) {
        return ready(music(), id, loop, this::begin);
    }

    /// The track is decoded from now on, so that it goes on if its file goes away.
    @Override
    public Outcome playNext(Optional<String> id) {
        return id.map(wanted -> ready(music(), wanted, false, this::queue))
                .orElseGet(this::queueNothing);
    }

    @Override
    public Outcome fire(String id, boolean loop) {
        return ready(carts(shelves.effects(), Reason.NO_SUCH_SOUND), id, loop, this::fire);
    }

    @Override
    public Outcome playMessage(String id) {
        return ready(carts(messages, Reason.NO_SUCH_MESSAGE), id, false, this::fire);
    }

    /// Where a piece is taken from, and how it is played.
    ///
    /// @param ahead how far it is decoded ahead
    /// @param several whether several of it may sound at once
    /// @param unknown what is said if there is no such piece
    private record Supply(SoundShelf shelf, Duration ahead, boolean several, Reason unknown) {}

    private Supply music() {
        return new Supply(shelves.music(), MUSIC_AHEAD, false, Reason.NO_SUCH_TRACK);
    }

    private static Supply carts(SoundShelf shelf, Reason unknown) {
        return new Supply(shelf, CART_AHEAD, true, unknown);
    }

    /// What is done with a piece whose first samples lie ready.
    private interface Use {
        Outcome of(Playback ready);
    }

    private Outcome ready(Supply supply, String id, boolean loop, Use use) {
        if (!studio.show().open()) {
            return new Outcome.Refused(Reason.SHOW_CLOSED);
        }
        Optional<SoundShelf.Piece> piece =
                supply.shelf().pieces().stream().filter(one -> one.id().equals(id)).findFirst();
        if (piece.isEmpty()) {
            return new Outcome.Refused(supply.unknown());
        }
        return piece.get()
                .trouble()
                .<Outcome>map(Outcome.Failed::new)
                .orElseGet(() -> ready(supply, piece.get(), loop, use));
    }

    private Outcome ready(Supply supply, SoundShelf.Piece piece, boolean loop, Use use) {
        try {
            return use.of(playback(supply, piece, loop));
        } catch (SoundException broken) {
            return new Outcome.Failed(String.valueOf(broken.getMessage()));
        }
    }

    private Playback playback(Supply supply, SoundShelf.Piece piece, boolean loop) {
        SoundShelf shelf = supply.shelf();
        float[] head = heads.of(piece).orElseGet(() -> head(shelf, piece));
        var reel = new Reel(supply.ahead());
        reel.loop(loop);
        reel.write(head, 0, head.length);
        var feed = new Feed(shelf, piece.id(), reel, head.length, pause);
        feed.start();
        String firing = supply.several() ? firing() : piece.id();
        return new Playback(firing, piece, reel, feed);
    }

    private static float[] head(SoundShelf shelf, SoundShelf.Piece piece) {
        try (SoundStream stream = shelf.open(piece.id())) {
            return Heads.read(stream);
        }
    }

    /// Unlike any other of this show, after a restart too.
    private synchronized String firing() {
        firings++;
        return "cart-%d-%d".formatted(studio.show().seq(), firings);
    }

    /// What the host presses takes the place of what sounds.
    private synchronized Outcome begin(Playback wanted) {
        Optional<Playback> before = track;
        Outcome outcome = begin(wanted, shelves.crossfade());
        if (outcome instanceof Outcome.Done) {
            before.ifPresent(one -> one.end(PlayedOut.REPLACED));
        }
        return outcome;
    }

    private Outcome begin(Playback wanted, Duration crossfade) {
        studio.record(WhoHears.MUSIC);
        if (!players.deck().play(wanted.reel, crossfade)) {
            wanted.feed.close();
            return new Outcome.Failed(TOO_FAST);
        }
        track = Optional.of(wanted);
        tracks.add(wanted);
        return news(wanted);
    }

    /// There is something to look after from now on.
    private Outcome news(Playback playback) {
        LockSupport.unpark(thread);
        return done(playback);
    }

    private static Outcome done(Playback playback) {
        return new Outcome.Done(Optional.of(playback.playing()));
    }

    private static Outcome done() {
        return new Outcome.Done(Optional.empty());
    }

    private synchronized Outcome queue(Playback wanted) {
        next.ifPresent(other -> other.feed.close());
        next = Optional.of(wanted);
        tellSettings();
        return news(wanted);
    }

    private synchronized Outcome queueNothing() {
        if (next.isPresent()) {
            forgetNext();
            tellSettings();
        }
        return done();
    }

    private void forgetNext() {
        next.ifPresent(other -> other.feed.close());
        next = Optional.empty();
    }

    @Override
    public synchronized Outcome skip() {
        if (next.isEmpty()) {
            return new Outcome.Refused(Reason.NOTHING_NEXT);
        }
        Playback coming = takeNext();
        Outcome outcome = begin(coming);
        tellSettings();
        return outcome;
    }

    private Playback takeNext() {
        Playback coming = next.orElseThrow();
        next = Optional.empty();
        return coming;
    }

    /// The track before ends by itself, while the next one is heard already.
    private void follow(Duration crossfade) {
        begin(takeNext(), crossfade);
        tellSettings();
    }

    @Override
    public synchronized Outcome stop() {
        if (!players.deck().stop(STOP)) {
            return new Outcome.Failed(TOO_FAST);
        }
        track.ifPresent(before -> before.end(PlayedOut.STOPPED));
        track = Optional.empty();
        return queueNothing();
    }

    @Override
    public synchronized void volume(double wanted) {
        if (wanted != volume) {
            volume = wanted;
            players.deck().volume((float) wanted);
            tellSettings();
        }
    }

    @Override
    public synchronized Outcome loop(boolean again) {
        Optional<Playback> now = track.filter(one -> !one.reel.hasEnded());
        if (now.isEmpty()) {
            return new Outcome.Refused(Reason.NO_MUSIC);
        }
        Playback playing = now.get();
        if (again && !playing.reel.loops() && playing.reel.finished()) {
            return new Outcome.Failed(
                    "The track is about to end: it is too late to repeat it. Play it again.");
        }
        if (again != playing.reel.loops()) {
            playing.reel.loop(again);
            tellSettings();
        }
        return done(playing);
    }

    private synchronized Outcome fire(Playback wanted) {
        if (carts.size() >= Carts.MOST) {
            wanted.feed.close();
            return new Outcome.Refused(Reason.ALL_CARTS_PLAYING);
        }
        studio.record(WhoHears.EFFECTS);
        if (!players.carts().fire(wanted.reel)) {
            wanted.feed.close();
            return new Outcome.Failed(TOO_FAST);
        }
        carts.add(wanted);
        return news(wanted);
    }

    @Override
    public synchronized Outcome stopCarts(Optional<String> which) {
        for (Playback cart : carts) {
            boolean meant =
                    which.map(id -> id.equals(cart.firing) || id.equals(cart.piece.id()))
                            .orElse(true);
            if (meant) {
                players.carts().stop(cart.reel);
                cart.end(PlayedOut.STOPPED);
            }
        }
        return done();
    }

    /// The show that was running is over: all falls silent, and nobody is told of each.
    public synchronized void showClosed() {
        players.deck().stop(STOP);
        players.carts().stopAll();
        feedNothing();
        track = Optional.empty();
        tracks.clear();
        carts.clear();
    }

    /// What lies on the reels lasts longer than the fade.
    private void feedNothing() {
        tracks.forEach(one -> one.feed.close());
        carts.forEach(one -> one.feed.close());
        forgetNext();
    }

    private void tellSettings() {
        Optional<Played> coming = next.map(Playback::played);
        boolean loops = track.map(one -> one.reel.loops()).orElse(false);
        tell(new MusicCommand.SetMusic(volume, loops, coming));
    }

    private void tell(MusicCommand news) {
        studio.report(studio.show().id(), news);
    }

    private void run() {
        while (!closing) {
            look();
            pause.pause(rest().toNanos());
        }
    }

    private synchronized Duration rest() {
        return tracks.isEmpty() && carts.isEmpty() ? QUIET : ROUND;
    }

    private synchronized void look() {
        ShowTime time = studio.time();
        look(tracks, one -> beginTrack(one, time), one -> endTrack(one, time));
        look(carts, one -> beginCart(one, time), one -> endCart(one, time));
        goOn();
    }

    private static void look(
            List<Playback> list, Consumer<Playback> began, Consumer<Playback> ended) {
        for (Playback one : List.copyOf(list)) {
            if (one.newlyBegun()) {
                began.accept(one);
            }
            if (one.reel.hasEnded()) {
                ended.accept(one);
                list.remove(one);
            }
        }
    }

    private void beginTrack(Playback one, ShowTime time) {
        tell(new MusicCommand.BeginTrack(one.played(), one.reel.loops(), one.beganAt(time)));
    }

    private void endTrack(Playback one, ShowTime time) {
        tell(new MusicCommand.EndTrack(one.played(), one.fate(), one.problem(), one.endedAt(time)));
    }

    private void beginCart(Playback one, ShowTime time) {
        tell(
                new MusicCommand.BeginCart(
                        one.firing, one.played(), one.reel.loops(), one.beganAt(time)));
    }

    private void endCart(Playback one, ShowTime time) {
        tell(
                new MusicCommand.EndCart(
                        one.firing, one.played(), one.fate(), one.problem(), one.endedAt(time)));
    }

    /// The next track begins while the last seconds of this one are heard. One that is shorter than
    /// two crossfades has at least half of itself alone.
    private void goOn() {
        if (next.isEmpty()) {
            return;
        }
        Optional<Playback> now = track.filter(one -> !one.reel.hasEnded());
        if (now.isEmpty()) {
            if (track.isPresent()) {
                follow(shelves.crossfade());
            }
            return;
        }
        Reel reel = now.get().reel;
        Duration fade = fade(now.get());
        if (reel.finished() && reel.ready() <= Frames.samplesOf(fade)) {
            follow(fade);
        }
    }

    private Duration fade(Playback one) {
        Duration half = one.piece.length().orElse(Shelves.LONGEST.multipliedBy(2)).dividedBy(2);
        Duration fade = half.compareTo(shelves.crossfade()) < 0 ? half : shelves.crossfade();
        Duration frame = Duration.ofMillis(Frames.MILLIS);
        return fade.compareTo(frame) < 0 ? frame : fade;
    }

    /// Plays nothing more, and looks no more.
    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            feedNothing();
        }
        shelves.music().close();
        shelves.effects().close();
        if (thread.isAlive()) {
            LockSupport.unpark(thread);
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
