package io.partyline.http;

import io.helidon.webserver.http.ServerRequest;
import io.partyline.show.CallId;
import io.partyline.show.Seat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// One request to the studio door.
///
/// For the thread that serves it. Every method throws a [Problem] if the request is not as it
/// should be.
record Asked(ServerRequest request) {
    /// The most that a body may hold, in bytes: far more than anything a host types.
    static final int LARGEST_BODY = 64 * 1024;

    /// A request that says all it has to say by its path.
    record Nothing() {}

    /// The call named in the path.
    CallId call() {
        String sid = path("call_sid");
        if (sid.isBlank()) {
            throw new Problem(404, "No caller is named in the address.");
        }
        return new CallId(sid);
    }

    /// The seat that asks.
    Seat seat() {
        return Who.of(request).seat();
    }

    String path(String name) {
        return request.path().pathParameters().get(name);
    }

    Optional<String> query(String name) {
        return request.query().first(name).asOptional();
    }

    /// A place in the events in the query.
    Optional<Place> place(String name) {
        return query(name).map(text -> Place.parse(name, text));
    }

    /// The body, which must have the fields of `shape` and no others. Those that are [Optional] may
    /// be left out; an empty body counts as `{}`.
    <T> T body(Class<T> shape) {
        return Bodies.read(bytes(), shape);
    }

    /// Reads a body that may say nothing.
    void nothing() {
        body(Nothing.class);
    }

    private byte[] bytes() {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] bytes = in.readNBytes(LARGEST_BODY + 1);
            if (bytes.length > LARGEST_BODY) {
                throw new Problem(413, "The request is too long: 64 KiB is the most.");
            }
            return bytes;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
