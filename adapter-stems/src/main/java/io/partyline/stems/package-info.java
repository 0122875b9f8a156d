/// Records one WAV file a source, all of a show equally long and from the same instant.
///
/// Reading order: [WavStemRecorder] (which file is whose), [WavStem] (one of them while it is
/// written), [StemFile] (one of them as it lies on the disk, for whoever wants to read it), last
/// [StemTrouble] (what a host is told).
///
/// What may not live here: what is made of the stems, and any other form of sound.
@NullMarked
package io.partyline.stems;

import org.jspecify.annotations.NullMarked;
