package io.partyline.soundfiles;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import com.jcraft.jogg.SyncState;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.OptionalLong;

/// Ogg Vorbis files, decoded by JOrbis. Of several streams side by side the first one of Vorbis
/// sounds; streams one behind the other are one piece.
final class Vorbis implements Decoder {
    private static final int BITE = 8 * 1024;

    /// The three packets in front of the sound: who made it, comments, and the code books.
    private static final int HEADERS = 3;

    /// Code books of such a length are no sound file; usual ones have 4,000 bytes.
    private static final int MOST_HEADER = 1 << 20;

    private final InputStream in;
    private final OptionalLong samples;
    private final SyncState sync = new SyncState();
    private final StreamState stream = new StreamState();
    private final Page page = new Page();
    private final Packet packet = new Packet();
    private final float[][][] pcm = new float[1][][];
    private Info info = new Info();
    private DspState sound = new DspState();
    private Block block = new Block(sound);
    private int[] places = {};
    private Tags tags = Tags.NONE;
    private int rate;
    private boolean over;

    /// @param in at the file's beginning; closed with this
    /// @param samples how many there are, as far as that is known
    Vorbis(InputStream in, OptionalLong samples) throws IOException {
        this.in = in;
        this.samples = samples;
        sync.init();
        if (!nextPage()) {
            throw new BrokenSoundException("it does not begin as an Ogg file does");
        }
        begin();
    }

    /// Begins with the first Vorbis stream from this page on.
    private void begin() throws IOException {
        while (true) {
            stream.init(page.serialno());
            stream.reset();
            stream.pagein(page);
            if (stream.packetout(packet) == 1 && isVorbis()) {
                headers();
                return;
            }
            if (!nextPage()) {
                throw new BrokenSoundException(
                        "it is an Ogg file without Vorbis in it; convert it, for instance to FLAC");
            }
        }
    }

    private boolean isVorbis() {
        byte[] bytes = packet.packet_base;
        int at = packet.packet;
        return packet.bytes > 7
                && bytes[at] == 1
                && Arrays.equals(
                        bytes, at + 1, at + 7, new byte[] {'v', 'o', 'r', 'b', 'i', 's'}, 0, 6);
    }

    private void headers() throws IOException {
        info = new Info();
        info.init();
        var comment = new Comment();
        comment.init();
        for (int i = 0; i < HEADERS; i++) {
            if (i > 0) {
                nextHeader();
            }
            if (i == 1) {
                tags = comments();
            }
            if (info.synthesis_headerin(comment, packet) < 0) {
                throw new BrokenSoundException("its head is damaged");
            }
        }
        Limits.channels(info.channels);
        if (rate != 0 && rate != info.rate) {
            throw new BrokenSoundException("it changes its sample rate in the middle");
        }
        rate = Limits.rate(info.rate);
        sound = new DspState();
        sound.synthesis_init(info);
        block = new Block(sound);
        places = new int[info.channels];
    }

    private void nextHeader() throws IOException {
        while (stream.packetout(packet) != 1) {
            if (!nextPage()) {
                throw new BrokenSoundException("it ends within its head");
            }
            stream.pagein(page);
        }
        if (packet.bytes > MOST_HEADER) {
            throw new BrokenSoundException("its head is damaged");
        }
    }

    private Tags comments() {
        int from = packet.packet + Math.min(7, packet.bytes);
        return VorbisComments.read(
                Arrays.copyOfRange(packet.packet_base, from, packet.packet + packet.bytes));
    }

    /// @return false at the end of the file
    private boolean nextPage() throws IOException {
        int found = sync.pageout(page);
        while (found != 1) {
            if (found == 0) {
                int at = sync.buffer(BITE);
                int count = in.read(sync.data, at, BITE);
                if (count <= 0) {
                    return false;
                }
                sync.wrote(count);
            }
            found = sync.pageout(page);
        }
        return true;
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public OptionalLong samples() {
        return samples;
    }

    @Override
    public Tags tags() {
        return tags;
    }

    @Override
    public int read(float[] into) throws IOException {
        while (!over) {
            int count = Math.min(into.length, sound.synthesis_pcmout(pcm, places));
            if (count > 0) {
                mix(into, count);
                sound.synthesis_read(count);
                return count;
            }
            decode();
        }
        return -1;
    }

    private void mix(float[] into, int count) {
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int channel = 0; channel < info.channels; channel++) {
                sum += pcm[0][channel][places[channel] + i];
            }
            into[i] = Samples.sound(sum / info.channels);
        }
    }

    /// A packet that is damaged is left out; the decoder goes over it.
    private void decode() throws IOException {
        int found = stream.packetout(packet);
        if (found == 1) {
            if (block.synthesis(packet) == 0) {
                sound.synthesis_blockin(block);
            }
        } else if (found == 0) {
            if (!nextPage()) {
                over = true;
            } else if (page.bos() != 0) {
                begin();
            } else {
                stream.pagein(page);
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
