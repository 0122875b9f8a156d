package io.partyline.icecast;

import java.io.IOException;

/// The server does not take the stream, or took it and does no longer. The message is a sentence
/// for the host.
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String sentence) {
        super(sentence);
    }
}
