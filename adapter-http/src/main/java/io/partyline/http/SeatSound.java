package io.partyline.http;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.show.Show;
import io.partyline.show.ShowId;

/// What the show's clock holds of the browser's seat: the microphone and the headphones of whoever
/// sits there, and silence while nobody does.
///
/// Reading and writing are for the clock's thread, and real-time; who sits there is changed by any.
final class SeatSound implements FrameSource, FrameSink {
    private final Sitting nobody;
    private volatile Sitting now;

    /// Whom the show hears. The clock's thread only.
    private Sitting heard;

    /// Where the next frame lies. The clock's thread only.
    private ShowId show = Show.before(0).id();

    private long position;

    SeatSound() {
        nobody = new Sitting(System.nanoTime());
        now = nobody;
        heard = nobody;
    }

    void seat(Sitting sitting) {
        now.end();
        now = sitting;
    }

    /// Where in a show the frame lies that is read next. The clock's thread only.
    void next(ShowId inShow, long at) {
        show = inShow;
        position = at;
    }

    void empty() {
        seat(nobody);
    }

    /// Whoever has left is heard to the end of what they had said, which fades, before whoever came
    /// after them: no click when the seat changes hands in the middle of a word.
    @Override
    public boolean read(float[] frame) {
        boolean sounds = hear(frame);
        heard.heardAt(show, position);
        return sounds;
    }

    private boolean hear(float[] frame) {
        Sitting next = now;
        if (!heard.equals(next)) {
            if (heard.microphone().read(frame)) {
                return true;
            }
            heard = next;
        }
        return heard.microphone().read(frame);
    }

    @Override
    public void write(float[] frame) {
        now.monitor().write(frame);
    }
}
