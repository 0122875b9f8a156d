package io.partyline.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Serves the files of the dashboard from the class path.
///
/// An address is matched against what a file of ours can be called before anything is looked up, so
/// there is no way out of the folder. A browser keeps the files but asks each time whether they are
/// new.
final class Dashboard implements Handler {
    private static final String FOLDER = "dashboard/";

    private static final String FIRST_PAGE = "index.html";

    /// The same page, which finds in its address that it is to be the producer's desk.
    private static final String PRODUCERS_PAGE = "producer.html";

    /// Folders and a name, each from letters, digits, dashes and dots that do not come first.
    private static final Pattern FILE =
            Pattern.compile("(?:[a-z0-9][a-z0-9_-]*/)*[a-z0-9][a-zA-Z0-9_.-]*\\.([a-z0-9]+)");

    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "mjs", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "json", "application/json",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "ico", "image/x-icon",
                    "woff2", "font/woff2",
                    "txt", "text/plain; charset=utf-8");

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws IOException {
        String path = request.path().path().substring(1);
        String name = path.isEmpty() || path.equals(PRODUCERS_PAGE) ? FIRST_PAGE : path;
        String type = type(name).orElseThrow(Dashboard::missing);
        byte[] page = page(name).orElseThrow(Dashboard::missing);
        String tag = "\"%s\"".formatted(Digests.hex(page));
        response.header(HeaderNames.CACHE_CONTROL, "no-cache");
        response.header(HeaderNames.ETAG, tag);
        if (request.headers().first(HeaderNames.IF_NONE_MATCH).filter(tag::equals).isPresent()) {
            response.status(Status.NOT_MODIFIED_304).send();
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, type);
        response.send(page);
    }

    private static Optional<String> type(String name) {
        var file = FILE.matcher(name);
        return file.matches() ? Optional.ofNullable(TYPES.get(file.group(1))) : Optional.empty();
    }

    private static Optional<byte[]> page(String name) throws IOException {
        try (InputStream in = Dashboard.class.getResourceAsStream(FOLDER + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }

    private static Problem missing() {
        return new Problem(404, "There is nothing at that address.");
    }
}
