package io.partyline.doorway;

import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.http1.Http1ConnectionSelectorConfig;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsUpgrader;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// The way in at one door: who may be in it at once, how long they may take, and what is handed on
/// to the web server.
///
/// The web server reads leniently, and waits without a limit; a listener that has a doorway gets
/// whole requests only. Safe for use by many threads at once.
public final class Doorway {
    /// What a socket holds of what is sent and not taken. Four seconds of a telephone's sound,
    /// twice as much as a caller may be silent before the line counts as broken; with more, a
    /// reader who has stopped reading would be noticed only after minutes.
    private static final int UNSENT_BYTES = 64 * 1024;

    private final Limits limits;
    private final Refusal refusal;
    private final LongSupplier nanoTime;
    private final LongAdder broken = new LongAdder();

    /// @param refusal the words for what is no request
    public Doorway(Limits limits, Refusal refusal) {
        this(limits, refusal, System::nanoTime);
    }

    Doorway(Limits limits, Refusal refusal, LongSupplier nanoTime) {
        this.limits = limits;
        this.refusal = refusal;
        this.nanoTime = nanoTime;
    }

    /// Makes this the only way into a listener. What the listener serves is left to the caller.
    ///
    /// @param http the library's own settings; its limits must be above those of the doorway
    public void mount(ListenerConfig.BuilderBase<?, ?> listener, Http1Config.Builder http) {
        mount(listener, selector(http).build());
    }

    /// The same for a listener that has WebSockets too.
    public void mount(
            ListenerConfig.BuilderBase<?, ?> listener,
            Http1Config.Builder http,
            WsConfig webSockets) {
        WsUpgrader upgrader = WsUpgrader.create(webSockets);
        listener.addProtocol(webSockets);
        mount(listener, selector(http).putUpgrader(upgrader.supportedProtocol(), upgrader).build());
    }

    private static Http1ConnectionSelectorConfig.Builder selector(Http1Config.Builder http) {
        return Http1ConnectionSelector.builder()
                .config(http.addSendListener(new LastWords()).build());
    }

    /// Nothing that the library could find by itself may be another way in.
    private void mount(
            ListenerConfig.BuilderBase<?, ?> listener, Http1ConnectionSelector selector) {
        listener.protocolsDiscoverServices(false)
                .connectionOptions(sockets())
                .addConnectionSelector(new Entrance(selector, limits, refusal, broken, nanoTime))
                .maxTcpConnections(limits.connections())
                .maxPayloadSize(2L * limits.longestBody());
    }

    /// Each frame of sound leaves at once: the library would keep it until the one before is
    /// acknowledged. And no read has a limit of its own, which would be a timer fifty times a
    /// second for each caller: who takes too long is looked for all the same.
    private static SocketOptions sockets() {
        return SocketOptions.builder()
                .tcpNoDelay(true)
                .readTimeout(Duration.ZERO)
                .socketSendBufferSize(UNSENT_BYTES)
                .build();
    }

    /// How often something came that was no request and no WebSocket.
    public long broken() {
        return broken.sum();
    }
}
