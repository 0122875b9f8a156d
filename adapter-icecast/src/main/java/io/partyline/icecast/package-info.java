/// The program to a stream server: Icecast, or whatever takes a stream as Icecast does, such as
/// Liquidsoap's harbor.
///
/// Reading order: [StreamUrl] and [StreamSettings] (where to, and how), [IcecastOut] (what the
/// studio sees), [Sender] (the thread `stream`) with [SourceLine] (one connection), [SecureLine]
/// and [Trust], [Waits] and [LineWatch]; [Coder] with [Mp3Coder], [OpusCoder] and [FfmpegCoder]
/// (sound as bytes); [ServerDesk] (titles and listeners, beside the stream).
///
/// What may not live here: the delay, and who can be heard. Both are known before the sound comes.
@NullMarked
package io.partyline.icecast;

import org.jspecify.annotations.NullMarked;
