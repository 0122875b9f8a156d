/// Sound files in folders: music, carts and a hold bed of the host's own.
///
/// MP3, Ogg Vorbis, FLAC and WAV of any rate and number of channels become what the studio hears:
/// mono at 48 kHz. What a file is, its first bytes say, and never its name. Nothing here trusts a
/// file: whatever is wrong with one becomes a sentence that names it.
///
/// Reading order: [FolderShelf] (a folder as a shelf), [Scan] (what lies in it), [SoundFile] (from
/// a path to a decoder), [Decoder] with [Wav], [Flac], [Vorbis] and [Mp3], [FileStream] (to the
/// studio's rate), [Tags], [HoldMusic].
@NullMarked
package io.partyline.soundfiles;

import org.jspecify.annotations.NullMarked;
