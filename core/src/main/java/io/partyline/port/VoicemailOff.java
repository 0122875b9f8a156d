package io.partyline.port;

import java.util.List;
import java.util.Optional;

/// No voicemail. A value; safe for use by many threads.
record VoicemailOff() implements Voicemail {
    @Override
    public boolean isOff() {
        return true;
    }

    @Override
    public Standing standing() {
        return new Standing(0, 0, 0);
    }

    @Override
    public List<Left> messages() {
        return List.of();
    }

    @Override
    public Optional<byte[]> wav(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<Left> heard(String id, boolean heard) {
        return Optional.empty();
    }

    @Override
    public boolean delete(String id) {
        return false;
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }
}
