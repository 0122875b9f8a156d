package io.partyline.icecast;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.partyline.audio.Frames;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.ogg.OggPacket;
import org.gagravarr.ogg.OggPacketWriter;
import org.gagravarr.opus.OpusInfo;
import org.gagravarr.opus.OpusTags;

/// Opus in Ogg, mono at 48 kHz, in packets of 20 ms of which two make a page. A new title ends the
/// logical stream and begins another behind it, as RFC 3533 has it; no sample is lost there, since
/// the last page says how many of its samples count (RFC 7845, 4.4).
final class OpusCoder implements Coder {
    /// Packets a page: fewer cost more than they carry, more are late.
    private static final int PAGE = 2;

    /// A logical stream lasts a second at least: of titles that come faster, the last one counts.
    private static final int SHORTEST = Frames.RATE;

    /// No packet of 20 ms is longer (RFC 6716, 3.4).
    private static final int LONGEST = 1_275;

    private final OutputStream out;
    private final OpusEncoder opus;
    private final int preSkip;
    private final short[] pcm = new short[Frames.SAMPLES];
    private final byte[] coded = new byte[LONGEST];
    private OggPacketWriter ogg;
    private int serial = 1;
    private int packets;
    private boolean begun;
    private long samples;
    private Optional<String> next = Optional.empty();

    OpusCoder(int kbps, OutputStream out) {
        this.out = out;
        try {
            opus = new OpusEncoder(Frames.RATE, 1, OpusApplication.OPUS_APPLICATION_AUDIO);
            opus.setBitrate(1_000 * kbps);
            opus.setUseVBR(true);
            opus.setUseConstrainedVBR(true);
        } catch (OpusException e) {
            throw new IllegalStateException("Opus knows 48 kHz and one channel", e);
        }
        preSkip = opus.getLookahead();
        ogg = chain();
    }

    private OggPacketWriter chain() {
        samples = 0;
        packets = 0;
        begun = false;
        opus.resetState();
        return new OggFile(out).getPacketWriter(serial++);
    }

    @Override
    public void code(float[] frame) throws IOException {
        if (next.isPresent() && (!begun || samples >= SHORTEST)) {
            change(next.get());
        }
        if (!begun) {
            head("");
        }
        Pcm.shorts(frame, pcm);
        samples += Frames.SAMPLES;
        ogg.setGranulePosition(samples);
        packet();
        packets++;
        if (packets % PAGE == 0) {
            ogg.flush();
        }
    }

    private void packet() throws IOException {
        try {
            int length = opus.encode(pcm, 0, Frames.SAMPLES, coded, 0, coded.length);
            ogg.bufferPacket(new OggPacket(Arrays.copyOf(coded, length)));
        } catch (OpusException e) {
            throw new IOException("a frame could not be coded", e);
        }
    }

    private void head(String who) throws IOException {
        begun = true;
        var info = new OpusInfo();
        info.setNumChannels(1);
        info.setSampleRate(Frames.RATE);
        info.setPreSkip(preSkip);
        ogg.bufferPacket(info.write(), true);
        var tags = new OpusTags();
        tags.setVendor("Partyline");
        if (!who.isEmpty()) {
            tags.addComment("title", who);
        }
        ogg.bufferPacket(tags.write(), true);
    }

    @Override
    public void title(String who) {
        next = Optional.of(who);
    }

    private void change(String who) throws IOException {
        next = Optional.empty();
        if (begun) {
            end();
            ogg = chain();
        }
        head(who);
    }

    @Override
    public boolean tellsTitles() {
        return true;
    }

    /// What the coder still looks ahead at comes out with a packet of silence, of which the last
    /// page counts as much as belongs to the sound.
    private void end() throws IOException {
        if (samples > 0) {
            Arrays.fill(pcm, (short) 0);
            ogg.setGranulePosition(samples + preSkip);
            packet();
            ogg.close();
        }
    }

    @Override
    public void finish() throws IOException {
        end();
    }
}
