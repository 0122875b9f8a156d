package io.partyline.tts;

import io.partyline.port.SpeechStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// Speaks a text a sentence at a time, each when it is asked for, so that the first sound comes
/// soon and a cancelled text costs one sentence.
final class SpokenSentences implements SpeechStream {
    /// Makes the sound of one sentence.
    interface Maker {
        float[] make(String sentence, Timbre timbre);
    }

    private final Deque<String> sentences;
    private final Timbre timbre;
    private final Maker maker;
    private float[] sound = new float[0];
    private int at;
    private volatile boolean closed;

    SpokenSentences(String text, Timbre timbre, Maker maker) {
        this.sentences = new ArrayDeque<>(Arrays.asList(text.strip().split("(?<=[.!?…])\\s+")));
        this.timbre = timbre;
        this.maker = maker;
    }

    @Override
    public int rate() {
        return timbre.rate();
    }

    @Override
    public int read(float[] into) {
        while (!closed && at == sound.length) {
            String next = sentences.poll();
            if (next == null) {
                return -1;
            }
            sound = next.isBlank() ? new float[0] : maker.make(next, timbre);
            at = 0;
        }
        if (closed) {
            return -1;
        }
        int count = Math.min(into.length, sound.length - at);
        System.arraycopy(sound, at, into, 0, count);
        at += count;
        return count;
    }

    @Override
    public void close() {
        closed = true;
    }
}
