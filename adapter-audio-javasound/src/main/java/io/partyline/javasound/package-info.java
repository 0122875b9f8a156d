/// The sound card of this computer, by way of Java Sound.
///
/// Two threads, both of [JavaSoundCard]. `audio` turns the mixer and touches lines that are open
/// and known to work; it never opens, closes or looks for anything. `sound devices` does just that,
/// once a second, for what is missing. They meet in [Plug], one volatile field each way, and in
/// [Watch], which sets the audio thread free from a device that keeps it. All time here is that of
/// one [ComputerClock].
///
/// What is not done here: Java Sound's own conversions. They have no filter against aliases, so a
/// device of another rate goes through the show's own resampler.
///
/// Reading order: [JavaSoundCard] (the threads), [Rack] (one tick), [Headphones] (beside the
/// console), [Plug] (devices that come and go), [OutputLine] and [MicrophoneLine] (one open device
/// each), [Formats] and [Pcm] (what is in their bytes), [SoundDevices] (what there is).
@NullMarked
package io.partyline.javasound;

import org.jspecify.annotations.NullMarked;
