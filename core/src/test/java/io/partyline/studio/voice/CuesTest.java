package io.partyline.studio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.studio.voice.Cues.Spoken;
import io.partyline.studio.voice.Speech.Made;
import io.partyline.studio.voice.Speech.Restarted;
import org.junit.jupiter.api.Test;

/// What counts as said, by how much of it was heard.
class CuesTest {
    /// Thirty letters: two seconds, so that a frame is a hundredth of it.
    private static final String SENTENCE = "I fix the boats of the harbour";

    private static final long LENGTH = 100;
    private static final long FROM = 7;

    private final Cues cues = new Cues();

    private void made(long frames, Restarted restarted, boolean whole) {
        cues.add(SENTENCE, new Made(FROM, frames, restarted, whole), 4_800);
    }

    private String after(long frames) {
        return cues.broken(FROM + frames).map(Spoken::words).orElse("");
    }

    @Test
    void aSentenceIsSaidOnceItsLastFrameIsHeard() {
        made(LENGTH, Speech.NEVER, true);
        assertThat(cues.finished(FROM + LENGTH - 1)).isEmpty();
        assertThat(cues.finished(FROM + LENGTH)).containsExactly(new Spoken(SENTENCE, 4_800));
        assertThat(cues.isEmpty()).isTrue();
    }

    @Test
    void ofASentenceThatIsCutOnlyWhatWasHeardIsSaid() {
        made(60, Speech.NEVER, false);
        assertThat(after(45)).isEqualTo("I fix the");
    }

    /// At an ordinary pace it would have been over.
    @Test
    void aSlowVoiceThatIsCutHasSaidNoMoreThanItsShareOfWhatWasMade() {
        made(2 * LENGTH, Speech.NEVER, false);
        assertThat(after(LENGTH - 10)).isEqualTo("I fix the");
    }

    @Test
    void whatAVoiceThatBrokeHadSaidIsSaid() {
        made(45, Speech.NEVER, false);
        assertThat(cues.finished(FROM + 44)).isEmpty();
        assertThat(cues.finished(FROM + 45)).containsExactly(new Spoken("I fix the", 4_800));
    }

    @Test
    void aSentenceThatWasBegunAnewIsCutWhereItsLastAttemptWas() {
        made(40 + 10 + 90, new Restarted(40, 50), false);
        assertThat(after(50 + 45)).isEqualTo("I fix the");
    }

    @Test
    void whoeverBeginsAnewHasSaidWhatTheySaidBefore() {
        made(45 + 10 + 20, new Restarted(45, 55), false);
        assertThat(after(54)).isEqualTo("I fix the");
        made(45 + 10 + 20, new Restarted(45, 55), false);
        assertThat(after(75)).isEqualTo("I fix the");
    }

    @Test
    void aSentenceThatWasBegunAnewAndHeardToItsEndIsWhole() {
        made(60 + LENGTH, new Restarted(50, 60), true);
        assertThat(cues.finished(FROM + LENGTH)).isEmpty();
        assertThat(cues.finished(FROM + 60 + LENGTH)).containsExactly(new Spoken(SENTENCE, 4_800));
    }

    @Test
    void whatWasNotHeardWasNotSaid() {
        made(60, Speech.NEVER, false);
        assertThat(after(0)).isEmpty();
        made(0, Speech.NEVER, false);
        assertThat(cues.isEmpty()).isTrue();
    }
}
