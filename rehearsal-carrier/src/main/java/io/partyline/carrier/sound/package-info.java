/// Sound as the telephone has it: µ-law at 8 kHz, what a caller says
/// ([Mouth][io.partyline.carrier.sound.Mouth]) and what a caller has heard
/// ([Heard][io.partyline.carrier.sound.Heard]).
///
/// It knows no other package.
@NullMarked
package io.partyline.carrier.sound;

import org.jspecify.annotations.NullMarked;
