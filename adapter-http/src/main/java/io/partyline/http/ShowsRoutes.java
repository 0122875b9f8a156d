package io.partyline.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.partyline.port.Archive;
import io.partyline.port.Exports;
import io.partyline.port.Exports.Export;
import io.partyline.port.PastShows.PastShow;
import io.partyline.show.Reason;
import io.partyline.show.ShowId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The files of the show that is running, and the shows that are over: what they left, made anew as
/// often as one likes, until the host deletes them.
record ShowsRoutes(Control control, Exports exports) {
    /// A file to save is made anew for whoever asks, so it is never given in parts.
    private static final Header WHOLE = HeaderValues.create(HeaderNames.ACCEPT_RANGES, "none");

    record All(List<Past> shows) {}

    /// @param endedAt null if the show never ended properly
    record Past(
            ShowId showId,
            Instant startedAt,
            Optional<Instant> endedAt,
            long lengthMs,
            int calls,
            long sizeBytes,
            List<Archive.Left> files) {
        static Past of(PastShow show) {
            return new Past(
                    show.id(),
                    show.startedAt(),
                    show.endedAt(),
                    show.length().toMillis(),
                    show.calls(),
                    show.bytes(),
                    show.files());
        }
    }

    record Deleted(String status, ShowId showId) {}

    void into(Routes routes) {
        routes.get("/api/shows", _ -> all())
                .delete("/api/shows/{id}", this::delete)
                .raw(Method.GET, "/api/shows/{id}/export", this::exportOld)
                .raw(Method.GET, "/api/session/export", this::export);
    }

    private All all() {
        return new All(control.room().pastShows().all().stream().map(Past::of).toList());
    }

    private Deleted delete(Asked asked) {
        asked.nothing();
        ShowId show = new ShowId(asked.path("id"));
        control.room()
                .pastShows()
                .delete(show)
                .ifPresent(reason -> {
                    throw new Problem(reason);
                });
        return new Deleted("deleted", show);
    }

    private void export(ServerRequest request, ServerResponse response) throws IOException {
        export(control.show().id(), request, response);
    }

    private void exportOld(ServerRequest request, ServerResponse response) throws IOException {
        ShowId wanted = new ShowId(new Asked(request).path("id"));
        if (!wanted.equals(control.show().id()) && !control.room().pastShows().knows(wanted)) {
            throw new Problem(Reason.NO_SUCH_SHOW);
        }
        export(wanted, request, response);
    }

    private void export(ShowId show, ServerRequest request, ServerResponse response)
            throws IOException {
        String format = new Asked(request).query("format").orElse("json");
        Export export = made(show, format);
        response.header(HeaderNames.CONTENT_TYPE, export.contentType());
        response.header(WHOLE);
        response.header(
                HeaderNames.CONTENT_DISPOSITION,
                "attachment; filename=\"%s\"".formatted(export.fileName()));
        try (OutputStream out = response.outputStream()) {
            export.content().writeTo(out);
        }
    }

    private Export made(ShowId show, String format) {
        try {
            return exports.export(show, format).orElseThrow(() -> unknown(format));
        } catch (UncheckedIOException noSound) {
            throw new Problem(409, String.valueOf(noSound.getMessage()), noSound);
        }
    }

    private Problem unknown(String format) {
        return new Problem(
                400,
                "There is no export called \"%s\"; there is %s."
                        .formatted(Texts.shortened(format), String.join(", ", exports.formats())));
    }
}
