package io.partyline.stems;

import io.partyline.audio.loudness.Loudness;
import io.partyline.files.Durable;
import io.partyline.files.Private;
import io.partyline.files.WavHead;
import io.partyline.port.StemException;
import io.partyline.port.StemRecorder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Optional;

/// One stem on disk. Every block goes straight to the file, and the head is made right behind it,
/// so that whoever reads the file sees all but the block that is being written, 85 ms at most; the
/// file is brought to the disk after every second of sound. So a kill costs nothing, to any reader,
/// and a power cut a second.
///
/// Samples are rounded to 24 bits and clipped at full scale, without dither: the noise of 24 bits
/// is far below that of any microphone. For one thread at a time.
final class WavStem implements StemRecorder.Stem {
    private static final int FULL_SCALE = 1 << 23;
    private static final int MOST = 4_096;

    /// A sample is written as four bytes, of which the last is the next sample's; in two loops,
    /// since the JVM makes vector instructions of the first then: 2.3 us a block and not 14.
    private static final VarHandle FOUR_BYTES =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final String UNBEGUN = ".new";

    private final String name;
    private final RandomAccessFile file;
    private final FileChannel channel;
    private final int[] rounded = new int[MOST];
    private final byte[] block = new byte[MOST * WavHead.BYTES + 1];
    private long length;
    private long forced;
    private WavHead head;

    private WavStem(String name, RandomAccessFile file, WavHead head) throws IOException {
        this.name = name;
        this.file = file;
        this.channel = file.getChannel();
        this.head = head;
        length = Math.max(0, channel.size() - WavHead.SIZE) / WavHead.BYTES;
        head();
    }

    /// Opens a stem, and makes its file if there is none; one that a crash has left is gone on
    /// with.
    ///
    /// @param path a file that is not there, or one of ours: see [StemFile#of]
    /// @param begun local time of show zero
    static WavStem open(Path path, LocalDateTime begun) throws IOException {
        if (!Files.exists(path) || Files.size(path) == 0) {
            begin(path, begun);
        }
        var file = new RandomAccessFile(Private.file(path).toFile(), "rw");
        try {
            WavHead head = StemFile.headOf(path).orElseThrow().beginning(begun);
            return new WavStem(StemFile.name(path), file, head);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /// A stem has its whole head on the disk before it has its name: after a power cut, half a head
    /// would be a file of somebody else's.
    private static void begin(Path path, LocalDateTime begun) throws IOException {
        Path fresh = Private.file(path.resolveSibling(path.getFileName() + UNBEGUN));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            put(channel, StemFile.newHead(begun).bytes(0), 0);
            channel.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        Durable.names(path.resolveSibling("."));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(long atSample, float[] samples, int count) {
        if (!channel.isOpen()) {
            throw new StemException("The stem %s is closed.".formatted(name));
        }
        try {
            for (int from = 0; from < count; from += MOST) {
                writeBlock(atSample + from, samples, from, Math.min(MOST, count - from));
                head();
            }
            if (length - forced >= WavHead.RATE) {
                channel.force(false);
                forced = length;
            }
        } catch (IOException e) {
            throw StemTrouble.of(e);
        }
    }

    /// What lies between the end of the file and a later block is a hole, which reads as silence.
    private void writeBlock(long atSample, float[] samples, int from, int count)
            throws IOException {
        for (int i = 0; i < count; i++) {
            int value = Math.round(samples[from + i] * FULL_SCALE);
            rounded[i] = Math.max(-FULL_SCALE, Math.min(value, FULL_SCALE - 1));
        }
        int at = 0;
        for (int i = 0; i < count; i++) {
            FOUR_BYTES.set(block, at, rounded[i]);
            at += WavHead.BYTES;
        }
        put(ByteBuffer.wrap(block, 0, at), WavHead.SIZE + atSample * WavHead.BYTES);
        length = Math.max(length, atSample + count);
    }

    @Override
    public void holdsAiVoices() {
        note(StemFile.withAiVoices(head));
    }

    @Override
    public void measured(Loudness loudness) {
        note(
                head.measured(
                        Optional.of(
                                new WavHead.Measured(
                                        loudness.integrated(),
                                        loudness.range(),
                                        loudness.truePeak(),
                                        loudness.maxMomentary(),
                                        loudness.maxShortTerm()))));
    }

    private void note(WavHead now) {
        if (!channel.isOpen()) {
            throw new StemException("The stem %s is closed.".formatted(name));
        }
        try {
            head = now;
            head();
        } catch (IOException e) {
            throw StemTrouble.of(e);
        }
    }

    /// Makes the stem so long: with silence, which takes no room on the disk, or by cutting off
    /// what is too much.
    void extend(long samples) throws IOException {
        long bytes = samples * WavHead.BYTES;
        file.setLength(WavHead.SIZE + bytes + WavHead.padding(bytes));
        length = samples;
        head();
    }

    private void head() throws IOException {
        put(head.bytes(length * WavHead.BYTES), 0);
    }

    private void put(ByteBuffer bytes, long at) throws IOException {
        put(channel, bytes, at);
    }

    private static void put(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
        long place = at;
        while (bytes.hasRemaining()) {
            place += channel.write(bytes, place);
        }
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (file) {
            head();
            channel.force(true);
        } catch (IOException e) {
            throw StemTrouble.of(e);
        }
    }
}
