package io.partyline.tts;

import io.partyline.audio.Frames;
import io.partyline.port.SpeechStream;

/// What is heard of a text without a word in it. Nobody is asked to speak it.
final class Silence implements SpeechStream {
    static boolean of(String text) {
        return text.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    @Override
    public int rate() {
        return Frames.RATE;
    }

    @Override
    public int read(float[] into) {
        return -1;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
