/// Sound on its way between two threads, or from a network: never a lock, always an end.
///
/// Reading order: [FrameQueue] (whole frames), [JitterBuffer] (what a network delivers),
/// [ElasticBuffer] (what a device plays), [ClockDrift] (two clocks that are not quite equal).
@NullMarked
package io.partyline.audio.buffer;

import org.jspecify.annotations.NullMarked;
