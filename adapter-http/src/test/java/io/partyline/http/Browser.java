package io.partyline.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A browser without a window, driven by the W3C WebDriver protocol over plain HTTP.
///
/// It looks for an element for up to [#PATIENCE], so that a test never has to wait by itself.
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Pattern READY = Pattern.compile("started successfully on port (\\d+)");

    /// No window, no traffic of its own, and names that lead back to this computer, as a hostile
    /// name server would have it.
    private static final List<String> FLAGS =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--window-size=1400,900",
                    "--host-resolver-rules=MAP *.test 127.0.0.1");

    /// The name of the field that holds an element's id, by the standard.
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process driver;
    private final String session;

    static boolean installed() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    Browser() throws IOException {
        driver =
                new ProcessBuilder(DRIVER.toString(), "--port=0").redirectErrorStream(true).start();
        try {
            session = opened("http://127.0.0.1:%s/session".formatted(port()));
            post(
                    "/timeouts",
                    Map.of("implicit", PATIENCE.toMillis(), "script", 2 * PATIENCE.toMillis()));
        } catch (IOException | RuntimeException | Error failed) {
            driver.destroy();
            throw failed;
        }
    }

    private String opened(String root) {
        Map<String, ?> wanted = Map.of("capabilities", Map.of("alwaysMatch", capabilities()));
        return root + "/" + call("POST", root, wanted).path("sessionId").asText();
    }

    private static Map<String, Object> capabilities() {
        return Map.of(
                "browserName", "chrome",
                "goog:chromeOptions", Map.of("binary", CHROMIUM.toString(), "args", FLAGS),
                "goog:loggingPrefs", Map.of("browser", "ALL"));
    }

    private String port() throws IOException {
        var lines =
                new BufferedReader(
                        new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            var ready = READY.matcher(line);
            if (ready.find()) {
                return ready.group(1);
            }
        }
        throw new IOException("chromedriver did not start");
    }

    void open(URI page) {
        post("/url", Map.of("url", page.toString()));
    }

    /// The text of an element that is there, or comes in time.
    String text(String xpath) {
        return call("GET", element(xpath) + "/text", Map.of()).asText();
    }

    void click(String xpath) {
        call("POST", element(xpath) + "/click", Map.of());
    }

    /// Presses keys, one after the other, wherever the focus is.
    void press(String... keys) {
        List<Map<String, String>> strokes =
                Stream.of(keys)
                        .flatMap(key ->
                                Stream.of("keyDown", "keyUp")
                                        .map(type -> Map.of("type", type, "value", key)))
                        .toList();
        post(
                "/actions",
                Map.of(
                        "actions",
                        List.of(Map.of("type", "key", "id", "keyboard", "actions", strokes))));
    }

    /// Waits, within the page, until an expression of JavaScript is true.
    void until(String expression) {
        JsonNode came =
                post(
                        "/execute/async",
                        Map.of(
                                "script",
                                """
                                const done = arguments[arguments.length - 1];
                                const last = Date.now() + %d;
                                const look = () =>
                                  (%s) ? done(true) : Date.now() > last ? done(false) : setTimeout(look, 20);
                                look();
                                """
                                        .formatted(PATIENCE.toMillis(), expression),
                                "args",
                                List.of()));
        if (!came.asBoolean()) {
            throw new AssertionError(
                    "it never came to be: %s%n%s".formatted(expression, text("//body")));
        }
    }

    /// What a promise within the page comes to.
    JsonNode await(String promise) {
        return post(
                "/execute/async",
                Map.of(
                        "script",
                        "const done = arguments[arguments.length - 1]; (%s).then(done);"
                                .formatted(promise),
                        "args",
                        List.of()));
    }

    /// What a script gives back.
    JsonNode run(String source, Object... arguments) {
        return post("/execute/sync", Map.of("script", source, "args", List.of(arguments)));
    }

    /// A window of so many CSS pixels, at so many dots a pixel: twice the dots on half the pixels
    /// is what a zoom of 200 % does.
    void size(int width, int height, int dots) {
        devtools(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width", width,
                        "height", height,
                        "deviceScaleFactor", dots,
                        "mobile", false));
    }

    /// What the host has asked the system for, such as `prefers-color-scheme` to be `light`.
    void media(Map<String, String> features) {
        List<Map<String, String>> all =
                features.entrySet().stream()
                        .map(feature ->
                                Map.of("name", feature.getKey(), "value", feature.getValue()))
                        .toList();
        devtools("Emulation.setEmulatedMedia", Map.of("features", all));
    }

    /// What the window shows, as a PNG.
    byte[] picture() {
        return Base64.getDecoder().decode(call("GET", session + "/screenshot", Map.of()).asText());
    }

    private void devtools(String command, Map<String, ?> what) {
        post("/goog/cdp/execute", Map.of("cmd", command, "params", what));
    }

    /// Holds a button down for longer than a second.
    void hold(String xpath) {
        JsonNode button = post("/element", Map.of("using", "xpath", "value", xpath));
        Map<String, ?> there =
                Map.of("type", "pointerMove", "duration", 0, "x", 0, "y", 0, "origin", button);
        Map<String, ?> down = Map.of("type", "pointerDown", "button", 0);
        Map<String, ?> stay = Map.of("type", "pause", "duration", 1_300);
        Map<String, ?> up = Map.of("type", "pointerUp", "button", 0);
        post(
                "/actions",
                Map.of(
                        "actions",
                        List.of(
                                Map.of(
                                        "type", "pointer",
                                        "id", "hand",
                                        "actions", List.of(there, down, stay, up)))));
    }

    /// How many elements there are at this moment.
    int count(String css) {
        return run("return document.querySelectorAll(arguments[0]).length", css).asInt();
    }

    String title() {
        return call("GET", session + "/title", Map.of()).asText();
    }

    /// What the console holds that is no mere note: errors, and violations of the content policy.
    List<String> complaints() {
        JsonNode log = post("/se/log", Map.of("type", "browser"));
        return StreamSupport.stream(log.spliterator(), false)
                .filter(entry -> entry.path("level").asText().equals("SEVERE"))
                .map(entry -> entry.path("message").asText())
                .toList();
    }

    private String element(String xpath) {
        JsonNode found = post("/element", Map.of("using", "xpath", "value", xpath));
        return session + "/element/" + found.path(ELEMENT).asText();
    }

    private JsonNode post(String path, Map<String, ?> body) {
        return call("POST", session + path, body);
    }

    private JsonNode call(String method, String address, Map<String, ?> body) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(PATIENCE.multipliedBy(4))
                            .method(method, content(method, body));
            JsonNode answer =
                    json.readTree(client.send(request.build(), BodyHandlers.ofString()).body());
            Optional.ofNullable(answer.path("value").get("error"))
                    .ifPresent(_ -> {
                        throw new AssertionError(answer.path("value").path("message").asText());
                    });
            return answer.path("value");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private HttpRequest.BodyPublisher content(String method, Map<String, ?> body)
            throws IOException {
        return method.equals("POST")
                ? BodyPublishers.ofByteArray(json.writeValueAsBytes(body))
                : BodyPublishers.noBody();
    }

    @Override
    public void close() {
        call("DELETE", session, Map.of());
        driver.destroy();
        client.close();
    }
}
