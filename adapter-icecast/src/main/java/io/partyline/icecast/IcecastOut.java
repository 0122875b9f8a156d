package io.partyline.icecast;

import io.partyline.audio.Frames;
import io.partyline.port.ProgramOut;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// The program on a stream server.
///
/// Two threads: `stream` codes and sends ([Sender]), `stream-desk` tells titles and counts
/// listeners ([Counting]). Whoever plays only fills a queue. A server that is gone costs what is
/// played meanwhile, which is counted, and nothing else.
public final class IcecastOut implements ProgramOut {
    /// One write may take so long.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StreamSettings settings;
    private final Counting desk;
    private final Sender sender;
    private volatile long lostBefore;

    /// A stream that has not begun.
    public IcecastOut(StreamSettings settings) {
        this(settings, PATIENCE);
    }

    /// @param patience with a server that stands still
    IcecastOut(StreamSettings settings, Duration patience) {
        this.settings = settings;
        desk = new Counting(new ServerDesk(settings));
        sender = new Sender(settings, patience, desk::show);
        desk.start(sender::connected);
    }

    /// Tries whether the server takes the stream and it can be coded, and sends nothing.
    ///
    /// @return what is wrong, in a sentence; empty if it would take it
    public static Optional<String> tried(StreamSettings settings) {
        try (SourceLine _ = SourceLine.open(settings, new Socket(), PATIENCE);
                Coder _ = settings.coder(OutputStream.nullOutputStream())) {
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        } catch (IOException gone) {
            return Optional.of(
                    "The stream server %s cannot be reached.".formatted(settings.url().place()));
        }
    }

    @Override
    public String name() {
        return settings.url().shown();
    }

    @Override
    public void begin() {
        if (!sender.wanted()) {
            lostBefore = sender.lost();
            sender.want(true);
        }
    }

    @Override
    public void end() {
        sender.want(false);
    }

    @Override
    public void play(float[] frame) {
        sender.offer(frame.clone());
    }

    @Override
    public void title(String who) {
        sender.title(who);
    }

    @Override
    public boolean connected() {
        return sender.connected();
    }

    @Override
    public OptionalLong listeners() {
        return sender.connected() ? desk.listeners() : OptionalLong.empty();
    }

    @Override
    public long lostMs() {
        return (sender.lost() - lostBefore) * Frames.MILLIS;
    }

    @Override
    public Optional<String> trouble() {
        return sender.trouble();
    }

    @Override
    public void close() {
        sender.close();
        desk.close();
    }
}
