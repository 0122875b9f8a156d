package io.partyline.benchmarks.load;

/// A caller as the desk should see them. Owned by the thread that plays.
final class Seat {
    /// A drop can be undone for five seconds; it is tried in the first three.
    private static final long UNDO_NANOS = 3_000_000_000L;

    enum Place {
        HELD,
        ON_AIR,
        LEAVING
    }

    private final Line line;
    private Place place = Place.HELD;
    private boolean muted;
    private boolean locked;
    private boolean talkback;
    private boolean ending;
    private long undoBefore;

    Seat(Line line) {
        this.line = line;
    }

    Line line() {
        return line;
    }

    boolean held() {
        return place == Place.HELD;
    }

    boolean onAir() {
        return place == Place.ON_AIR && !ending;
    }

    /// Whether one of the console's channels is theirs: until they are gone, though nobody hears
    /// them any more.
    boolean holdsChannel() {
        return place == Place.ON_AIR;
    }

    /// Whether others should hear them.
    boolean heard() {
        return onAir() && !muted;
    }

    /// Whether nobody needs to wonder that their stream ends.
    boolean mayEnd() {
        return ending || place == Place.LEAVING;
    }

    /// Whether this can be done to them now without being refused.
    boolean fits(Deed deed, long now) {
        if (ending) {
            return false;
        }
        return switch (deed) {
            case TAKE -> held() && !talkback;
            case HOLD -> onAir() && !locked;
            case MUTE -> onAir() && !muted;
            case UNMUTE -> onAir() && muted;
            case LOCK -> onAir() && !locked;
            case UNLOCK -> onAir() && locked;
            case TALKBACK_START -> held() && !talkback;
            case TALKBACK_STOP -> held() && talkback;
            case TAKE_NEXT, DROP -> held();
            case UNDO -> place == Place.LEAVING && now < undoBefore;
            case HANG_UP -> onAir();
            case LEAVE -> place != Place.LEAVING;
        };
    }

    /// It has been done.
    void done(Deed deed, long now) {
        switch (deed) {
            case TAKE, TAKE_NEXT -> {
                place = Place.ON_AIR;
                talkback = false;
                muted = false;
                locked = false;
            }
            case HOLD, UNDO -> place = Place.HELD;
            case MUTE, UNMUTE -> muted = deed == Deed.MUTE;
            case LOCK, UNLOCK -> locked = deed == Deed.LOCK;
            case TALKBACK_START, TALKBACK_STOP -> talkback = deed == Deed.TALKBACK_START;
            case DROP -> {
                place = Place.LEAVING;
                undoBefore = now + UNDO_NANOS;
            }
            case HANG_UP, LEAVE -> ending = true;
        }
    }

    @Override
    public String toString() {
        return "caller " + line.index() + " (" + place + (muted ? ", muted" : "") + ")";
    }
}
