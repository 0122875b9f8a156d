package io.partyline.stems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.audio.loudness.Loudness;
import io.partyline.port.StemException;
import io.partyline.port.StemRecorder;
import io.partyline.rehearsal.StemRecorderContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavStemContractTest extends StemRecorderContract {
    @TempDir Path folder;
    private WavStemRecorder recorder;

    @BeforeEach
    void open() {
        recorder = new WavStemRecorder(folder, () -> LocalDateTime.of(2026, 1, 2, 20, 0));
    }

    @AfterEach
    void close() {
        recorder.close();
    }

    @Override
    protected StemRecorder recorder() {
        return recorder;
    }

    @Override
    protected void jam(String name) {
        Path file = stem(name);
        recorder.keep(
                file,
                new StemRecorder.Stem() {
                    @Override
                    public String name() {
                        return name;
                    }

                    @Override
                    public void write(long atSample, float[] samples, int length) {
                        throw new StemException("nothing is written to a stem that is jammed");
                    }

                    @Override
                    public void holdsAiVoices() {
                        throw new StemException("nothing is noted in a stem that is jammed");
                    }

                    @Override
                    public void measured(Loudness loudness) {
                        throw new StemException("nothing is noted in a stem that is jammed");
                    }

                    @Override
                    public void close() {
                        throw new StemException("the stem %s is jammed".formatted(name));
                    }
                });
    }

    @Test
    void whoeverCannotBeClosedIsToldOfOnceAndNobodyIsLeftOut() {
        recorder.open(SHOW, "01_Host");
        recorder.open(SHOW, "02_AI");
        jam("01_Host");
        jam("02_AI");
        assertThatThrownBy(() -> recorder.close())
                .isInstanceOf(StemException.class)
                .satisfies(told -> assertThat(told.getSuppressed()).hasSize(1));
        assertThatCode(() -> recorder.close()).doesNotThrowAnyException();
    }

    private Path stem(String name) {
        return WavStemRecorder.stems(folder, SHOW).resolve(name + ".wav");
    }

    /// Read by the JDK, which knows nothing of how it was written.
    @Override
    protected float[] samples(String name) {
        try (var in = AudioSystem.getAudioInputStream(stem(name).toFile())) {
            byte[] bytes = in.readAllBytes();
            var samples = new float[bytes.length / 3];
            for (int i = 0; i < samples.length; i++) {
                int low = (bytes[3 * i] & 0xFF) | ((bytes[3 * i + 1] & 0xFF) << 8);
                samples[i] = (low | (bytes[3 * i + 2] << 16)) / (float) (1 << 23);
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnsupportedAudioFileException e) {
            throw new AssertionError("the stem is no sound file", e);
        }
    }
}
