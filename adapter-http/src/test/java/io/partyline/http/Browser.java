package io.partyline.http;

import io.partyline.rehearsal.Chromium;
import java.io.IOException;
import java.util.List;

/// A browser whose names lead back to this computer, as a hostile name server would have it.
final class Browser extends Chromium {
    Browser() throws IOException {
        super(List.of("--host-resolver-rules=MAP *.test 127.0.0.1"));
    }
}
