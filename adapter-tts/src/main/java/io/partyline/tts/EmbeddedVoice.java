package io.partyline.tts;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.VoiceManager;
import io.partyline.port.SpeechException;
import io.partyline.port.SpeechStream;
import io.partyline.port.SpeechSynthesizer;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/// Speech out of a library in the class path: robotic, but always there. A sentence takes a few
/// hundredths of a second.
///
/// The library's voice is not made for several threads, so one sentence is spoken at a time.
public final class EmbeddedVoice implements SpeechSynthesizer {
    private static final String VOICE_PROPERTY = "freetts.voices";
    private static final String VOICES =
            "com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory";
    private static final String SPEAKER = "kevin16";

    private final ReentrantLock guard = new ReentrantLock();
    private final Voice voice;
    private final Parts parts;
    private final IntConsumer characters;

    /// A voice for nobody in particular.
    ///
    /// @throws SpeechException if the library's voice is not in the class path
    public EmbeddedVoice() {
        this(Casting.open(), _ -> {});
    }

    /// Gets the voice ready, which takes up to half a second.
    ///
    /// @param characters told how many a text had
    /// @throws SpeechException if the library's voice is not in the class path
    public EmbeddedVoice(Casting casting, IntConsumer characters) {
        this.parts = casting.among(Timbre.speakers());
        this.characters = characters;
        System.setProperty(VOICE_PROPERTY, VOICES);
        Voice found = VoiceManager.getInstance().getVoice(SPEAKER);
        if (found == null) {
            throw new SpeechException("The embedded voice is missing from this installation.");
        }
        voice = found;
        voice.allocate();
    }

    @Override
    public String name() {
        return "embedded voice";
    }

    @Override
    public List<String> voices() {
        return parts.names();
    }

    @Override
    public SpeechStream speak(String text, String name) {
        characters.accept(Clients.count(text));
        return new SpokenSentences(text, Timbre.named(parts.of(name).name()), this::synthesise);
    }

    private float[] synthesise(String sentence, Timbre timbre) {
        var collector = new Collector();
        guard.lock();
        try {
            voice.setPitch(timbre.pitchHz());
            voice.setPitchRange(timbre.rangeHz());
            voice.setRate(timbre.wordsPerMinute());
            voice.setAudioPlayer(collector);
            if (!voice.speak(sentence)) {
                throw new SpeechException("The embedded voice could not say that.");
            }
        } finally {
            guard.unlock();
        }
        return Loudness.level(Loudness.trim(collector.samples()));
    }
}
