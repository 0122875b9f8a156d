package io.partyline.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sound as a page plays it: all of it, or the part that a browser asks for (RFC 9110, 14). Safari
/// asks for two bytes first, and plays nothing of whoever answers with more.
///
/// One part is given at a time; whoever asks for several, or in any other way, is given all of it.
final class SoundAnswer {
    /// More digits than any length here has are no number.
    private static final Pattern ASKED = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    private final byte[] sound;

    /// @param sound all of it; not changed any more
    SoundAnswer(byte[] sound) {
        this.sound = sound;
    }

    /// @param from the first byte
    /// @param to the byte behind the last
    private record Part(long from, long to) {
        boolean isThere() {
            return from < to;
        }
    }

    void send(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.ACCEPT_RANGES, "bytes");
        part(request).ifPresentOrElse(part -> send(part, response), () -> response.send(sound));
    }

    private Optional<Part> part(ServerRequest request) {
        // Nothing here has a tag or a date by which it could still be the same as before.
        return header(request, HeaderNames.IF_RANGE).isPresent()
                ? Optional.empty()
                : header(request, HeaderNames.RANGE).flatMap(this::part);
    }

    private static Optional<String> header(ServerRequest request, HeaderName name) {
        return request.headers().first(name);
    }

    private Optional<Part> part(String range) {
        Matcher asked = ASKED.matcher(range.strip());
        if (!asked.matches()) {
            return Optional.empty();
        }
        String first = asked.group(1);
        String last = asked.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(end(Long.parseLong(last)));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? sound.length : Long.parseLong(last) + 1;
        return to <= from && !last.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(from, Math.min(to, sound.length)));
    }

    private Part end(long count) {
        return new Part(Math.max(0, sound.length - count), sound.length);
    }

    private void send(Part part, ServerResponse response) {
        if (part.isThere()) {
            response.status(Status.PARTIAL_CONTENT_206);
            response.header(
                    HeaderNames.CONTENT_RANGE,
                    "bytes %d-%d/%d".formatted(part.from(), part.to() - 1, sound.length));
            response.send(Arrays.copyOfRange(sound, (int) part.from(), (int) part.to()));
        } else {
            response.header(HeaderNames.CONTENT_RANGE, "bytes */" + sound.length);
            Errors.send(response, new Problem.Body(416, "The sound is not as long as that."));
        }
    }
}
