package io.partyline.carrier.stream;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Numbers a stream's messages and sends them in that order, whoever sends.
///
/// A message that cannot be sent is counted and dropped: the other side has gone, which the thread
/// that listens notices too, and it alone decides why the stream ended. Safe for use by many
/// threads at once.
final class StreamWire {
    private final MediaSocket socket;
    private final StreamMessages messages;
    private final FrameRoad road;
    private final ReentrantLock sending = new ReentrantLock();
    private final AtomicInteger failures = new AtomicInteger();

    StreamWire(MediaSocket socket, StreamMessages messages, FrameRoad road) {
        this.socket = socket;
        this.messages = messages;
        this.road = road;
    }

    /// Sends the message that is made here, with the next number.
    void send(Function<StreamMessages, String> message) {
        sending.lock();
        try {
            write(message.apply(messages));
        } finally {
            sending.unlock();
        }
    }

    /// Sends a frame of what the caller says, by way of the road's misfortunes.
    void speak(byte[] mulaw) {
        sending.lock();
        try {
            road.pass(messages.media(mulaw)).forEach(this::write);
        } finally {
            sending.unlock();
        }
    }

    /// Says goodbye: `stop`, then a close frame.
    void farewell() {
        send(StreamMessages::stop);
        attempt(MediaSocket::goodbye);
    }

    /// Does something to the socket that fails only if the other side has gone already.
    void attempt(Attempt what) {
        try {
            what.on(socket);
        } catch (IOException e) {
            failures.incrementAndGet();
        }
    }

    /// How often the other side was already gone.
    int failures() {
        return failures.get();
    }

    private void write(String text) {
        attempt(to -> to.send(text));
    }

    /// Something to do with a socket.
    @FunctionalInterface
    interface Attempt {
        void on(MediaSocket socket) throws IOException;
    }
}
