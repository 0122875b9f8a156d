package io.partyline.rehearsal;

import io.partyline.port.SpeechSynthesizer;

class ToneVoiceTest extends SpeechSynthesizerContract {
    @Override
    protected SpeechSynthesizer synthesizer() {
        return new ToneVoice();
    }
}
