package io.partyline.doorway;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/// A connection as the library knows it, but for what is read from it and how it is written to.
record GuardedContext(
        ConnectionContext behind, Visitor visitor, DataReader dataReader, DataWriter dataWriter)
        implements ConnectionContext {
    @Override
    public ListenerContext listenerContext() {
        return behind.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return behind.executor();
    }

    @Override
    public Router router() {
        return behind.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return behind.proxyProtocolData();
    }

    @Override
    public HelidonSocket serverSocket() {
        return behind.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
        return behind.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return behind.localPeer();
    }

    @Override
    public boolean isSecure() {
        return behind.isSecure();
    }

    @Override
    public String socketId() {
        return behind.socketId();
    }

    @Override
    public String childSocketId() {
        return behind.childSocketId();
    }
}
