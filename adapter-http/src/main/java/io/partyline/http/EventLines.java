package io.partyline.http;

import io.partyline.port.EventFeed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The lines of a stream of Server-Sent Events, each event in one write. For one thread.
record EventLines(OutputStream out, WriteWatch watch) {
    void event(EventFeed.Told told) throws IOException {
        placed(Place.of(told.show(), told.entry().seq()), type(told), FeedJson.of(told));
    }

    /// An event of another show than the reader's. It leaves the reader's place as it is.
    void aside(EventFeed.Told told) throws IOException {
        unnumbered(type(told), FeedJson.of(told));
    }

    private static String type(EventFeed.Told told) {
        return FeedJson.type(told.entry().event());
    }

    void placed(Place place, String type, Object data) throws IOException {
        write("id: %s\nevent: %s\ndata: %s\n\n".formatted(place, type, text(data)));
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
