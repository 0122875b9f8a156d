package io.partyline.stems;

import io.partyline.files.Private;
import io.partyline.show.Cuts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A stem as it lies on the disk, finished or still being written.
///
/// @param path its file
/// @param samples how much sound is in it at this moment
/// @param begun local time of show zero
/// @param aiVoices whether AI voices are in it
public record StemFile(Path path, long samples, LocalDateTime begun, boolean aiVoices) {
    private static final String ENDING = ".wav";

    /// The stems in a folder, by their names; none if there is no such folder. Sound that somebody
    /// else has put there is not among them.
    public static List<StemFile> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            var found = new ArrayList<StemFile>();
            for (Path file :
                    files.filter(StemFile::named).filter(Private::isFile).sorted().toList()) {
                of(file).ifPresent(found::add);
            }
            return found;
        }
    }

    /// The stem in a file; empty if it is none of ours.
    static Optional<StemFile> of(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            var head = ByteBuffer.allocate(WavHeader.SIZE);
            channel.read(head, 0);
            long samples = (channel.size() - WavHeader.SIZE) / WavHeader.BYTES;
            return WavHeader.begun(head.flip())
                    .map(begun -> new StemFile(file, samples, begun, WavHeader.aiVoices(head)));
        }
    }

    /// Whether a file is called as a stem is.
    static boolean named(Path file) {
        return file.toString().endsWith(ENDING);
    }

    static Path file(Path folder, String name) {
        return folder.resolve(name + ENDING);
    }

    static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    /// What the stem is called.
    public String name() {
        return name(path);
    }

    /// Writes a part of the stem as a sound file of its own, whose first sample keeps its time of
    /// day. Where AI voices are in the stem it says so, wherever in it they are.
    ///
    /// @param from the first sample
    /// @param to the sample after the last; not beyond the end
    public void copy(long from, long to, OutputStream out) throws IOException {
        copy(from, to > from ? List.of(new Cuts.Cut(from, to)) : List.of(), out);
    }

    /// Writes several parts of the stem, one behind the other, as one sound file.
    ///
    /// @param parts in order; not beyond the end
    public void copy(List<Cuts.Cut> parts, OutputStream out) throws IOException {
        copy(parts.isEmpty() ? 0 : parts.getFirst().from(), parts, out);
    }

    private void copy(long from, List<Cuts.Cut> parts, OutputStream out) throws IOException {
        long bytes = parts.stream().mapToLong(Cuts.Cut::length).sum() * WavHeader.BYTES;
        LocalDateTime start = begun.plus(Duration.ofNanos(from * 1_000_000_000 / WavHeader.RATE));
        out.write(WavHeader.of(bytes, start, aiVoices).array());
        try (FileChannel channel =
                FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            for (Cuts.Cut part : parts) {
                copy(channel, part, out);
            }
        }
        out.write(new byte[(int) WavHeader.padding(bytes)]);
    }

    private static void copy(FileChannel channel, Cuts.Cut part, OutputStream out)
            throws IOException {
        long at = WavHeader.SIZE + part.from() * WavHeader.BYTES;
        long end = at + part.length() * WavHeader.BYTES;
        var target = Channels.newChannel(out);
        while (at < end) {
            at += sent(channel.transferTo(at, end - at, target));
        }
    }

    private static long sent(long count) throws IOException {
        if (count <= 0) {
            throw new IOException("the stem has become shorter");
        }
        return count;
    }
}
