package io.partyline.exports;

import io.partyline.show.Cuts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// A piece cut out of a stem, as a sound file of its own: it comes and goes over 5 ms at both ends,
/// and wherever something between them is left out.
///
/// @param parts what of the stem is in it; in order, and not beyond its end
public record SoundClip(RecordedStem stem, List<Cuts.Cut> parts) {
    public SoundClip {
        parts = List.copyOf(parts);
    }

    /// Writes the file, and leaves the stream open.
    ///
    /// @throws IOException if the stem cannot be read, or whoever wanted it has gone
    public void writeTo(OutputStream out) throws IOException {
        new StemSound(new StemSamples(stem), parts, true).writeTo(out);
    }
}
