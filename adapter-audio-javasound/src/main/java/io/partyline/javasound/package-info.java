/// The devices of this computer, by way of Java Sound: the host's seat, and the console.
///
/// The clock's thread only reads and writes buffers here. Each device has a thread of its own,
/// which moves sound between its buffer and its line and makes up for the difference of the clocks;
/// and a seat or a console has one more, which opens, closes and looks for devices, once a second.
/// They meet in [Plug], one volatile field each way, and in [Watch], which sets a device's thread
/// free from a driver that keeps it. All time here is that of one [NanoTime].
///
/// What is not done here: Java Sound's own conversions. They have no filter against aliases, so a
/// device of another rate goes through the show's own resampler.
///
/// Reading order: [JavaSoundSeat] and [JavaSoundConsole] (the ports), [Outputs] (which device is
/// for what), [Attendance] (the threads), [Microphone] and [Output] (one device each, between clock
/// and line), [Plug] (devices that come and go), [OutputLine] and [MicrophoneLine] (one open device
/// each), [Formats] and [Pcm] (what is in their bytes), [SoundDevices] (what there is).
@NullMarked
package io.partyline.javasound;

import org.jspecify.annotations.NullMarked;
