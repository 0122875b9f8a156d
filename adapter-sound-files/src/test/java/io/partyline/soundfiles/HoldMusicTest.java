package io.partyline.soundfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldMusicTest {
    @TempDir Path folder;

    private Path place(String name, double frequency, Duration length) {
        return TestSounds.wav(
                folder.resolve(name), TestSounds.tone(frequency, length, 44_100), 44_100, 2);
    }

    @Test
    void aFileIsBroughtToTheLevelOfABed() {
        float[] bed = HoldMusic.read(place("bed.wav", 440, Duration.ofSeconds(3)));
        assertThat(bed.length).isCloseTo(3 * Frames.RATE, within(100));
        assertThat(Frames.rms(bed, bed.length)).isCloseTo(0.035, within(0.0005));
    }

    @Test
    void theFilesOfAFolderComeOneBehindTheOther() {
        place("1.wav", 440, Duration.ofSeconds(2));
        place("2.wav", 880, Duration.ofSeconds(2));
        float[] bed = HoldMusic.read(folder);
        assertThat(bed.length).isCloseTo(4 * Frames.RATE, within(200));
        assertThat(TestSounds.amplitude(bed, 24_000, 72_000, 440)).isGreaterThan(0.04);
        assertThat(TestSounds.amplitude(bed, 120_000, 168_000, 880)).isGreaterThan(0.04);
    }

    @Test
    void whatIsTooLongIsCutAndEndsSoftly() {
        float[] bed = HoldMusic.read(place("long.wav", 440, HoldMusic.LONGEST.plusSeconds(2)));
        assertThat(bed).hasSize(Frames.samplesOf(HoldMusic.LONGEST));
        assertThat(Math.abs(bed[bed.length - 1])).isLessThan(1e-4f);
    }

    @Test
    void whatCannotBeHoldMusicIsRefusedInWords() {
        assertThatThrownBy(() -> HoldMusic.read(folder.resolve("nowhere")))
                .hasMessageContaining("There is no hold music at");
        assertThatThrownBy(() -> HoldMusic.read(folder)).hasMessageContaining("no sound file");
        Path letter = TestSounds.write(folder.resolve("a.wav"), TestSounds.ascii("A letter."));
        assertThatThrownBy(() -> HoldMusic.read(letter)).hasMessageContaining("\"a.wav\"");
        Path blink = place("blink.wav", 440, Duration.ofMillis(500));
        assertThatThrownBy(() -> HoldMusic.read(blink)).hasMessageContaining("too short");
    }
}
