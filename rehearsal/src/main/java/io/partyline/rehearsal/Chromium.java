package io.partyline.rehearsal;

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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A real browser without a window, driven by the W3C WebDriver protocol over plain HTTP.
///
/// It looks for an element for up to [#PATIENCE], so that a test never has to wait by itself. For
/// one thread.
public class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Pattern READY = Pattern.compile("started successfully on port (\\d+)");

    /// No window, and no traffic of its own.
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
                    "--window-size=1400,900");

    /// The name of the field that holds an element's id, by the standard.
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> flags;
    private final Process driver;
    private final String session;

    /// Whether tests in it are run: where it is installed, and also where all is to be tried
    /// (`-Dci=true`), since there they are to fail without it.
    public static boolean isTried() {
        return isInstalled() || Boolean.getBoolean("ci");
    }

    private static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && Files.isExecutable(DRIVER);
    }

    /// A browser whose microphone hears a file over and over, and which asks nobody whether a page
    /// may have it.
    ///
    /// @param wav what it hears
    public static Chromium hearing(Path wav) throws IOException {
        return new Chromium(
                List.of(
                        "--use-fake-device-for-media-stream",
                        "--use-fake-ui-for-media-stream",
                        "--use-file-for-fake-audio-capture=" + wav));
    }

    /// Starts one.
    ///
    /// @param more flags besides the usual ones
    public Chromium(List<String> more) throws IOException {
        flags = new ArrayList<>(FLAGS);
        flags.addAll(more);
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

    private Map<String, Object> capabilities() {
        return Map.of(
                "browserName", "chrome",
                "goog:chromeOptions", Map.of("binary", PROGRAM.toString(), "args", flags),
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

    /// Goes to a page.
    public void open(URI page) {
        post("/url", Map.of("url", page.toString()));
    }

    /// Loads the page again, as a host does.
    public void reload() {
        post("/refresh", Map.of());
    }

    /// The text of an element that is there, or comes in time.
    public String text(String xpath) {
        return withElement(xpath, element -> call("GET", element + "/text", Map.of())).asText();
    }

    /// Clicks on an element that is there, or comes in time.
    public void click(String xpath) {
        withElement(xpath, element -> call("POST", element + "/click", Map.of()));
    }

    /// A page that draws itself anew may put another element in the place of the one that was
    /// found; then that one is meant.
    private JsonNode withElement(String xpath, Function<String, JsonNode> use) {
        try {
            return use.apply(element(xpath));
        } catch (GoneElement _) {
            return use.apply(element(xpath));
        }
    }

    /// How many elements there are at this moment.
    public int count(String css) {
        return run("return document.querySelectorAll(arguments[0]).length", css).asInt();
    }

    /// Runs a function's body in the page, and gives what it returns; a promise is waited for.
    public JsonNode run(String source, Object... arguments) {
        return post("/execute/sync", Map.of("script", source, "args", List.of(arguments)));
    }

    /// Waits, within the page, until an expression of JavaScript is true; what it asks about need
    /// not be there yet.
    public void until(String expression) {
        JsonNode came =
                async(
                        """
                        const done = arguments[arguments.length - 1];
                        const last = Date.now() + %d;
                        const is = () => { try { return %s; } catch { return false; } };
                        const look = () =>
                          is() ? done(true) : Date.now() > last ? done(false) : setTimeout(look, 20);
                        look();
                        """
                                .formatted(PATIENCE.toMillis(), expression));
        if (!came.asBoolean()) {
            throw new AssertionError(
                    "it never came to be: %s%n%s".formatted(expression, text("//body")));
        }
    }

    /// What a promise within the page comes to.
    public JsonNode await(String promise) {
        return async(
                "const done = arguments[arguments.length - 1]; (%s).then(done);"
                        .formatted(promise));
    }

    private JsonNode async(String script) {
        return post("/execute/async", Map.of("script", script, "args", List.of()));
    }

    /// Presses keys, one after the other, wherever the focus is.
    public void press(String... keys) {
        keys(
                Stream.of(keys)
                        .flatMap(key -> Stream.of(stroke("keyDown", key), stroke("keyUp", key)))
                        .toList());
    }

    /// Presses keys together, such as a letter with Shift.
    public void chord(String... keys) {
        keys(
                Stream.concat(
                                Stream.of(keys).map(key -> stroke("keyDown", key)),
                                Stream.of(keys).map(key -> stroke("keyUp", key)))
                        .toList());
    }

    private static Map<String, String> stroke(String type, String key) {
        return Map.of("type", type, "value", key);
    }

    /// Holds a button down for longer than a second.
    public void hold(String xpath) {
        JsonNode button = post("/element", Map.of("using", "xpath", "value", xpath));
        Map<String, ?> there =
                Map.of("type", "pointerMove", "duration", 0, "x", 0, "y", 0, "origin", button);
        Map<String, ?> down = Map.of("type", "pointerDown", "button", 0);
        Map<String, ?> stay = Map.of("type", "pause", "duration", 1_300);
        Map<String, ?> up = Map.of("type", "pointerUp", "button", 0);
        actions("pointer", List.of(there, down, stay, up));
    }

    /// A window of so many CSS pixels, at so many dots a pixel: twice the dots on half the pixels
    /// is what a zoom of 200 % does.
    public void size(int width, int height, int dots) {
        devtools(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width", width,
                        "height", height,
                        "deviceScaleFactor", dots,
                        "mobile", false));
    }

    /// What the host has asked the system for, such as `prefers-color-scheme` to be `light`.
    public void media(Map<String, String> features) {
        List<Map<String, String>> all =
                features.entrySet().stream()
                        .map(feature ->
                                Map.of("name", feature.getKey(), "value", feature.getValue()))
                        .toList();
        devtools("Emulation.setEmulatedMedia", Map.of("features", all));
    }

    /// Asks the browser's own tools, and gives what they answer.
    public JsonNode devtools(String command, Map<String, ?> what) {
        return post("/goog/cdp/execute", Map.of("cmd", command, "params", what));
    }

    /// The title of the page.
    public String title() {
        return call("GET", session + "/title", Map.of()).asText();
    }

    /// Holds a key down, until [#letGo].
    public void keepDown(String key) {
        keys(List.of(stroke("keyDown", key)));
    }

    /// Lets all keys go.
    public void letGo() {
        call("DELETE", session + "/actions", Map.of());
    }

    private void keys(List<Map<String, String>> strokes) {
        actions("key", strokes);
    }

    private void actions(String type, List<? extends Map<String, ?>> actions) {
        post(
                "/actions",
                Map.of("actions", List.of(Map.of("type", type, "id", type, "actions", actions))));
    }

    /// Makes the window so large.
    public void resize(int width, int height) {
        post("/window/rect", Map.of("width", width, "height", height));
    }

    /// What the page looks like, as PNG.
    public byte[] picture() {
        return Base64.getDecoder().decode(call("GET", session + "/screenshot", Map.of()).asText());
    }

    /// What the browser's console holds that is no mere note: errors, and violations of the content
    /// policy.
    public List<String> complaints() {
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
                    .ifPresent(error -> {
                        throw failure(
                                error.asText(), answer.path("value").path("message").asText());
                    });
            return answer.path("value");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static AssertionError failure(String error, String message) {
        return error.equals("stale element reference")
                ? new GoneElement(message)
                : new AssertionError(message);
    }

    /// An element was found and is not there any more.
    private static final class GoneElement extends AssertionError {
        private static final long serialVersionUID = 1;

        GoneElement(String message) {
            super(message);
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
