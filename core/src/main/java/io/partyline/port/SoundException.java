package io.partyline.port;

/// A sound cannot be played, or not any further. The show goes on without it.
///
/// The message is a sentence for the host that names the file.
public final class SoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SoundException(String sentence) {
        super(sentence);
    }

    public SoundException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
