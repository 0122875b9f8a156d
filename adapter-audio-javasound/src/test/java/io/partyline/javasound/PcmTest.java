package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcmTest {
    @Test
    void samplesAreLittleEndianAndInterleaved() {
        var bytes = new byte[8];
        new Pcm(2, 2).write(new float[][] {{0.5f, -1}, {1 / 32_768f, 0}}, 2, bytes);
        assertThat(bytes).containsExactly(0, 0x40, 1, 0, 0, (byte) 0x80, 0, 0);
    }

    @Test
    void channelsWithoutASourceAreSilentWhateverWasThere() {
        byte[] bytes = {9, 9, 9, 9, 9, 9};
        new Pcm(3, 2).write(new float[][] {{0}}, 1, bytes);
        assertThat(bytes).containsExactly(0, 0, 0, 0, 0, 0);
    }

    @Test
    void whatIsBeyondFullScaleIsCutAndWhatIsNoNumberIsSilent() {
        var bytes = new byte[6];
        new Pcm(1, 2).write(new float[][] {{1.5f, -3, Float.NaN}}, 3, bytes);
        assertThat(bytes).containsExactly(0xff, 0x7f, 0, 0x80, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"1,2", "2,2", "1,3", "2,3", "1,4", "5,4"})
    void whatIsWrittenIsReadAgain(int channels, int width) {
        var pcm = new Pcm(channels, width);
        var chance = new Random(7);
        var sound = new float[500];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = chance.nextFloat(-1, 1);
        }
        var bytes = new byte[sound.length * pcm.frameBytes()];
        var back = new float[sound.length];
        pcm.write(new float[][] {sound}, sound.length, bytes);
        pcm.readFirst(bytes, sound.length, back);
        assertThat(back).containsExactly(sound, Offset.offset(1f / (1 << 15)));
    }
}
