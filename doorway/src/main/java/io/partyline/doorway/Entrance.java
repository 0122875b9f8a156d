package io.partyline.doorway;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where each connection begins. It is the only kind of connection that its listener has, since the
/// library would read from a stranger, without any limit, to tell several kinds apart.
final class Entrance implements ServerConnectionSelector {
    private final Http1ConnectionSelector http;
    private final Limits limits;
    private final Refusal refusal;
    private final Visitors visitors;
    private final SlowWatch watch;
    private final LongAdder broken;
    private final LongSupplier nanoTime;

    Entrance(
            Http1ConnectionSelector http,
            Limits limits,
            Refusal refusal,
            LongAdder broken,
            LongSupplier nanoTime) {
        this.http = http;
        this.limits = limits;
        this.refusal = refusal;
        this.broken = broken;
        this.nanoTime = nanoTime;
        visitors = new Visitors(limits);
        watch = new SlowWatch(visitors, limits, nanoTime);
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        var visitor = new Visitor(context, visitors, limits.write(), nanoTime);
        var threshold = new Threshold(socket(context), visitor, limits, refusal, broken);
        var guarded =
                new GuardedContext(
                        context,
                        visitor,
                        new DataReader(threshold),
                        new TimedWriter(context.dataWriter(), visitor));
        visitors.arrives(visitor);
        watch.begin();
        return new Passage(http.connection(guarded), visitor, visitors);
    }

    /// A socket that broke, or that we have closed, has simply come to its end.
    private static Supplier<byte @Nullable []> socket(ConnectionContext context) {
        return () -> {
            try {
                return context.serverSocket().get();
            } catch (RuntimeException closed) {
                throw new CloseConnectionException("The socket is closed.", closed);
            }
        };
    }

    @Override
    public int bytesToIdentifyConnection() {
        return 0;
    }

    @Override
    public Support supports(BufferData data) {
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http.supportedApplicationProtocols();
    }
}
