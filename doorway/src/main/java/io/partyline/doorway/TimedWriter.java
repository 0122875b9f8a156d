package io.partyline.doorway;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.webserver.CloseConnectionException;
import java.io.UncheckedIOException;

/// Writes for one connection, in pieces, and says when each begins and when it has been taken, so
/// that it shows whether the other side takes anything.
///
/// A reader who has gone is no error: the connection is closed, and nobody has to say so. What
/// writes to a WebSocket is told, since it has to end a call.
///
/// For as many threads as the writer behind it, which is one at a time.
final class TimedWriter implements DataWriter {
    /// What is written at once: a slow line takes it in less time than a write may take.
    private static final int PIECE = 64 * 1024;

    private final DataWriter writer;
    private final Visitor visitor;

    TimedWriter(DataWriter writer, Visitor visitor) {
        this.writer = writer;
        this.visitor = visitor;
    }

    @Override
    public void write(BufferData... buffers) {
        write(BufferData.create(buffers));
    }

    @Override
    public void write(BufferData buffer) {
        writeNow(buffer);
    }

    @Override
    public void writeNow(BufferData... buffers) {
        writeNow(BufferData.create(buffers));
    }

    @Override
    public void writeNow(BufferData buffer) {
        while (buffer.available() > PIECE) {
            byte[] piece = new byte[PIECE];
            int read = buffer.read(piece);
            timed(BufferData.create(piece, 0, read));
        }
        timed(buffer);
    }

    private void timed(BufferData piece) {
        visitor.writes();
        try {
            writer.writeNow(piece);
        } catch (UncheckedIOException gone) {
            throw visitor.isStream()
                    ? gone
                    : new CloseConnectionException("The answer is not taken.", gone);
        } finally {
            visitor.hasWritten();
        }
    }

    @Override
    public void flush() {
        writer.flush();
    }

    @Override
    public void close() {
        writer.close();
    }
}
