/// Sound that is played: music and carts from files, the hold bed from memory.
///
/// Whoever decodes a file writes it on a reel, well ahead; the audio thread reads it from there.
/// Nothing here opens a file or starts a thread, and all that the audio thread calls is real-time.
///
/// Reading order: [Reel] (decoded sound between two threads), [Deck] (music, with its crossfades),
/// [Carts] (several at once), [HoldBed] and [Loop] (from memory).
@NullMarked
package io.partyline.audio.player;

import org.jspecify.annotations.NullMarked;
