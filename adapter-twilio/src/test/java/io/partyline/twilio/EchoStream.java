package io.partyline.twilio;

import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsCloseCodes;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.partyline.doorway.Visitor;
import java.util.Optional;

/// What stands behind the stream door for a suite of somebody else's: it knows of no show and no
/// call, and says what it hears. All else is as with [MediaStream]: the doorway reads, the same
/// [Wire] writes, pings and closes.
final class EchoStream implements WsListener {
    private final StringBuilder joined = new StringBuilder();
    private Optional<Wire> wire = Optional.empty();

    @Override
    public void onOpen(WsSession session) {
        var socket = new Wire(session, Thread.currentThread());
        wire = Optional.of(socket);
        Visitor.here()
                .ifPresent(visitor -> {
                    visitor.isKnown();
                    visitor.streams(
                            StreamMessages.LONGEST,
                            code -> socket.order(new Wire.Order.Close(code, "")));
                });
    }

    @Override
    public void onMessage(WsSession session, String text, boolean last) {
        joined.append(text);
        if (last) {
            String whole = joined.toString();
            joined.setLength(0);
            wire.ifPresent(socket -> socket.speak(() -> socket.send(whole)));
        }
    }

    @Override
    public void onMessage(WsSession session, BufferData data, boolean last) {
        wire.ifPresent(socket ->
                socket.order(new Wire.Order.Close(WsCloseCodes.CANNOT_ACCEPT, "text only")));
    }

    @Override
    public void onPing(WsSession session, BufferData data) {
        wire.ifPresent(socket -> socket.order(new Wire.Order.Pong(data)));
    }

    @Override
    public void onClose(WsSession session, int status, String reason) {
        wire.ifPresent(Wire::end);
    }
}
