package io.partyline.twilio;

import io.helidon.webserver.WebServer;
import io.helidon.websocket.WsListener;
import io.partyline.port.Switchboard;
import io.partyline.twilio.TwilioSettings.Hold;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/// A phone door on a real server on loopback, and the carrier's hand to knock with.
final class OpenDoor implements AutoCloseable {
    /// Says where it listens at every start; kept here, because a logger nobody holds forgets its
    /// level.
    private static final Logger SERVER_LOG = Logger.getLogger("io.helidon");

    private final ScriptedSwitchboard switchboard;
    private static final Capacity CAPACITY = new Capacity(10);

    private final StreamTokens tokens = new StreamTokens(CAPACITY, System::nanoTime);
    private final Signatures signatures = new Signatures(Sample.TOKEN);
    private final HttpClient http = HttpClient.newHttpClient();
    private final PhoneDoor door;
    private final WebServer server;

    OpenDoor(Hold hold) {
        var scripted = new ScriptedSwitchboard();
        this(hold, scripted, scripted, Optional.empty());
    }

    /// A door with something else at the address of the streams.
    OpenDoor(Hold hold, Supplier<WsListener> streams) {
        var scripted = new ScriptedSwitchboard();
        this(hold, scripted, scripted, Optional.of(streams));
    }

    private OpenDoor(
            Hold hold,
            ScriptedSwitchboard scripted,
            Switchboard show,
            Optional<Supplier<WsListener>> streams) {
        SERVER_LOG.setLevel(Level.WARNING);
        switchboard = scripted;
        door =
                new PhoneDoor(
                        Sample.settings(hold),
                        CAPACITY,
                        tokens,
                        Sample.fingerprint(),
                        show,
                        EndedCalls.forgetful(),
                        Sample.tone(440, 1));
        var builder = WebServer.builder().address(InetAddress.getLoopbackAddress()).port(0);
        streams.ifPresentOrElse(other -> door.mount(builder, other), () -> door.mount(builder));
        server = builder.shutdownHook(false).build().start();
    }

    /// A door that leads to another show; the scripted one hears nothing.
    static OpenDoor to(Hold hold, Switchboard show) {
        return new OpenDoor(hold, new ScriptedSwitchboard(), show, Optional.empty());
    }

    ScriptedSwitchboard switchboard() {
        return switchboard;
    }

    StreamTokens tokens() {
        return tokens;
    }

    PhoneDoor door() {
        return door;
    }

    int port() {
        return server.port();
    }

    /// The fields of a webhook about one call.
    static Map<String, String> call(String sid) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("AccountSid", Sample.ACCOUNT);
        fields.put("CallSid", sid);
        fields.put("From", Sample.CALLER);
        fields.put("CallStatus", "ringing");
        fields.put("SomethingNew", "the carrier adds fields without notice");
        return fields;
    }

    static Map<String, String> call(String sid, String name, String value) {
        Map<String, String> fields = call(sid);
        fields.put(name, value);
        return fields;
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return post(path, encoded(fields), signatures.of(Sample.BASE + path, Form.of(fields)));
    }

    HttpResponse<String> post(String path, String body, String signature) throws Exception {
        return post(path, "application/x-www-form-urlencoded", body, signature);
    }

    HttpResponse<String> post(String path, String type, String body, String signature)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri("http", path))
                        .header("Content-Type", type)
                        .header("X-Twilio-Signature", signature)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(uri("http", path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    /// Opens a stream as the carrier does; nothing has been said on it yet.
    CarrierSocket stream() {
        return stream(signatures.of("wss://show.example/api/twilio/stream", Form.EMPTY));
    }

    /// Opens a stream with this signature.
    ///
    /// @throws CompletionException if the door does not let it in
    CarrierSocket stream(String signature, String... headers) {
        CarrierSocket socket = new CarrierSocket();
        var builder = http.newWebSocketBuilder().header("X-Twilio-Signature", signature);
        for (int i = 0; i + 1 < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        socket.open(builder.buildAsync(uri("ws", "/api/twilio/stream"), socket).join());
        return socket;
    }

    static String encoded(Map<String, String> fields) {
        return encoded(fields, StandardCharsets.UTF_8);
    }

    static String encoded(Map<String, String> fields, Charset charset) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), charset))
                .collect(Collectors.joining("&"));
    }

    private URI uri(String scheme, String path) {
        return URI.create(scheme + "://127.0.0.1:" + port() + path);
    }

    @Override
    public void close() {
        door.close();
        server.stop();
        http.shutdownNow();
        http.close();
        switchboard.close();
    }
}
