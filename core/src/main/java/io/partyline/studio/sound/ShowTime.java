package io.partyline.studio.sound;

import io.partyline.audio.Frames;
import io.partyline.show.ShowId;

/// Where a show lies on the mixer's count of samples.
///
/// That count begins with the clock and never jumps, so whatever is on its way from the mixer is
/// stamped with it: a new show begins at 0 again, and what was mixed before it cannot be taken for
/// its own.
///
/// @param from the mixer's count at which the show's sound begins
/// @param position the show position there, in samples at 48 kHz: 0 for a new show, later for one
///   that goes on
public record ShowTime(ShowId show, long from, long position) {
    /// The show position of a sample of the mixer.
    public long position(long mixed) {
        return mixed - from + position;
    }

    /// How many samples of the frame that begins there come before the show's sound.
    public int before(long mixed) {
        return Math.clamp(from - mixed, 0, Frames.SAMPLES);
    }
}
