package io.partyline.http;

import io.partyline.rehearsal.Chromium;
import java.io.IOException;
import java.util.List;

/// A browser whose names lead back to this computer, as a hostile name server would have it.
final class Browser extends Chromium {
    private static final String HERE = "--host-resolver-rules=MAP *.test 127.0.0.1";

    Browser() throws IOException {
        super(List.of(HERE));
    }

    private Browser(List<String> flags) throws IOException {
        super(flags);
    }

    /// One with a microphone, in which a tone beeps, and which asks nobody whether a page may have
    /// it.
    static Browser withMicrophone() throws IOException {
        return new Browser(
                List.of(
                        HERE,
                        "--use-fake-device-for-media-stream",
                        "--use-fake-ui-for-media-stream"));
    }
}
