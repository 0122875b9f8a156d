package io.partyline.icecast;

import io.partyline.audio.Frames;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Codes with the computer's own FFmpeg: a process that is given sound and gives bytes, which the
/// thread `stream-coded` hands on to the server.
///
/// In Ogg a new title is a new process behind the one that has said all it had to say; MP3 goes on
/// as it is. Of our environment, and the keys in it, FFmpeg sees nothing but the path. For one
/// thread.
final class FfmpegCoder implements Coder {
    private static final int LIMIT_SECONDS = 5;

    private final StreamFormat format;
    private final int kbps;
    private final OutputStream out;
    private final byte[] pcm = new byte[2 * Frames.SAMPLES];
    private Running running;

    /// @throws IOException if there is no FFmpeg on this computer
    FfmpegCoder(StreamFormat format, int kbps, OutputStream out) throws IOException {
        this.format = format;
        this.kbps = kbps;
        this.out = out;
        running = new Running(command(""), out);
    }

    private List<String> command(String title) {
        var command =
                new ArrayList<>(
                        List.of(
                                "ffmpeg",
                                "-v",
                                "quiet",
                                "-f",
                                "s16le",
                                "-ar",
                                "48000",
                                "-ac",
                                "1",
                                "-i",
                                "pipe:0",
                                "-b:a",
                                kbps + "k",
                                "-flush_packets",
                                "1"));
        if (format == StreamFormat.OPUS) {
            command.addAll(List.of("-c:a", "libopus", "-page_duration", "40000"));
            command.addAll(List.of("-metadata", "title=" + title, "-f", "ogg", "pipe:1"));
        } else {
            command.addAll(List.of("-c:a", "libmp3lame", "-write_xing", "0"));
            command.addAll(List.of("-id3v2_version", "0", "-f", "mp3", "pipe:1"));
        }
        return command;
    }

    @Override
    public void code(float[] frame) throws IOException {
        Pcm.bytes(frame, pcm);
        running.take(pcm);
    }

    @Override
    public void title(String who) throws IOException {
        if (tellsTitles()) {
            running.finish();
            running = new Running(command(who), out);
        }
    }

    @Override
    public boolean tellsTitles() {
        return format == StreamFormat.OPUS;
    }

    @Override
    public void finish() throws IOException {
        running.finish();
    }

    @Override
    public void close() {
        running.process.destroyForcibly();
    }

    /// One process.
    private static final class Running {
        private final Process process;
        private final Thread handingOn;

        private Running(List<String> command, OutputStream out) throws IOException {
            var builder =
                    new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().retainAll(Set.of("PATH"));
            process = builder.start();
            handingOn = Thread.ofVirtual().name("stream-coded").start(() -> handOn(out));
        }

        /// Whatever goes wrong ends the process, so that whoever gives it sound learns of it.
        private void handOn(OutputStream out) {
            try (InputStream in = process.getInputStream()) {
                in.transferTo(out);
            } catch (IOException gone) {
                process.destroyForcibly();
            }
        }

        private void take(byte[] pcm) throws IOException {
            process.getOutputStream().write(pcm);
            process.getOutputStream().flush();
        }

        private void finish() throws IOException {
            process.getOutputStream().close();
            try {
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
                handingOn.join();
            } catch (InterruptedException interrupted) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
