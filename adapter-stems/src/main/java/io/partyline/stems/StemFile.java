package io.partyline.stems;

import io.partyline.files.Private;
import io.partyline.files.WavHead;
import io.partyline.show.AiVoice;
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
/// @param head what its file begins with
public record StemFile(Path path, long samples, WavHead head) {
    private static final String ENDING = ".wav";
    private static final String STEM = "Stem of a show.";
    private static final String AI_STEM = STEM + " " + AiVoice.IN_IT;

    /// Local time of show zero.
    public LocalDateTime begun() {
        return head.begun();
    }

    /// Whether AI voices are in it.
    public boolean aiVoices() {
        return head.description().equals(AI_STEM);
    }

    /// The head of a stem of which nothing is known but when it begins.
    static WavHead newHead(LocalDateTime begun) {
        return new WavHead(begun, STEM, Optional.empty());
    }

    static WavHead withAiVoices(WavHead head) {
        return head.describedAs(AI_STEM);
    }

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
        Optional<WavHead> head = headOf(file);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        long samples = (Files.size(file) - WavHead.SIZE) / WavHead.BYTES;
        return Optional.of(new StemFile(file, samples, head.get()));
    }

    /// What a file begins with, if it is one of ours.
    static Optional<WavHead> headOf(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            var head = ByteBuffer.allocate(WavHead.SIZE);
            channel.read(head, 0);
            return WavHead.read(head.flip());
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
    /// day. Where AI voices are in the stem it says so, wherever in it they are; how loud it is, it
    /// says only if it is all of it.
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
        long bytes = parts.stream().mapToLong(Cuts.Cut::length).sum() * WavHead.BYTES;
        LocalDateTime start = begun().plus(Duration.ofNanos(from * 1_000_000_000 / WavHead.RATE));
        boolean whole = bytes == samples * WavHead.BYTES;
        WavHead all = head.beginning(start).measured(whole ? head.loudness() : Optional.empty());
        out.write(all.bytes(bytes).array());
        try (FileChannel channel =
                FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            for (Cuts.Cut part : parts) {
                copy(channel, part, out);
            }
        }
        out.write(new byte[(int) WavHead.padding(bytes)]);
    }

    private static void copy(FileChannel channel, Cuts.Cut part, OutputStream out)
            throws IOException {
        long at = WavHead.SIZE + part.from() * WavHead.BYTES;
        long end = at + part.length() * WavHead.BYTES;
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
