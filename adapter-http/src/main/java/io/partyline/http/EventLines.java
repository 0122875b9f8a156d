package io.partyline.http;

import io.partyline.port.Journal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The lines of a stream of Server-Sent Events, each event in one write. For one thread.
record EventLines(OutputStream out, WriteWatch watch) {
    void event(Journal.Entry entry) throws IOException {
        numbered(entry.seq(), FeedJson.type(entry.event()), FeedJson.of(entry));
    }

    void numbered(long seq, String type, Object data) throws IOException {
        write("id: %d\nevent: %s\ndata: %s\n\n".formatted(seq, type, text(data)));
    }

    void unnumbered(String type, Object data) throws IOException {
        write("event: %s\ndata: %s\n\n".formatted(type, text(data)));
    }

    /// A comment, which tells both sides that the other is there.
    void heartbeat() throws IOException {
        write(": on\n\n");
    }

    private static String text(Object data) {
        return new String(Json.bytes(data), StandardCharsets.UTF_8);
    }

    private void write(String text) throws IOException {
        watch.begin();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        watch.end();
    }
}
