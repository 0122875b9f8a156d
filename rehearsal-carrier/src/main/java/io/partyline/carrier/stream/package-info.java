/// Media streams: the WebSocket with its rude endings, the protocol's messages, and the leg on it
/// that speaks and plays every 20 ms. Read [MediaLeg][io.partyline.carrier.stream.MediaLeg] first.
@NullMarked
package io.partyline.carrier.stream;

import org.jspecify.annotations.NullMarked;
