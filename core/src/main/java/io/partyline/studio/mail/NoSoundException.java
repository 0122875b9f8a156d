package io.partyline.studio.mail;

import io.partyline.port.SoundException;

/// What the network has sent of a message is no sound; it may be tomorrow.
final class NoSoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSoundException(SoundException why) {
        super("What the telephone company has sent of a message is no sound.", why);
    }
}
