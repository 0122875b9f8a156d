package io.partyline.studio.mail;

import io.partyline.port.SoundException;

/// The network has no sound of a message, or what it has sent is none; it may be tomorrow.
final class NoSoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Nothing has been sent.
    NoSoundException() {
        super("The telephone company has a message, but not yet its sound.");
    }

    /// What has been sent cannot be read.
    NoSoundException(SoundException why) {
        super("What the telephone company has sent of a message is no sound.", why);
    }
}
