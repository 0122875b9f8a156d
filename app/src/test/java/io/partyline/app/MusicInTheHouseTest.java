package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.app.Finding.State;
import io.partyline.audio.Frames;
import io.partyline.audio.player.HoldBed;
import io.partyline.show.MusicEvent;
import io.partyline.show.PlayedOut;
import io.partyline.show.ShelfName;
import io.partyline.twilio.TwilioSettings.Hold;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sound files of the host's own, from their folders to the recording and to those who wait.
class MusicInTheHouseTest {
    private static final int RATE = 44_100;
    private static final double TONE = 440;

    @TempDir Path folder;

    private void tone(String name, int millis) throws IOException {
        int frames = RATE * millis / 1_000;
        ByteBuffer file = ByteBuffer.allocate(44 + 4 * frames).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 4 * frames);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 2).putInt(RATE).putInt(4 * RATE);
        file.putShort((short) 4).putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(4 * frames);
        for (int i = 0; i < frames; i++) {
            short sample = (short) (16_384 * Math.sin(2 * Math.PI * TONE * i / RATE));
            file.putShort(sample).putShort(sample);
        }
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.write(path, file.array());
    }

    private static double amplitude(float[] samples, int from, int count) {
        double real = 0;
        double imaginary = 0;
        for (int i = from; i < from + count; i++) {
            double angle = 2 * Math.PI * TONE * i / Frames.RATE;
            real += samples[i] * Math.cos(angle);
            imaginary += samples[i] * Math.sin(angle);
        }
        return 2 * Math.hypot(real, imaginary) / count;
    }

    @Test
    void aFileFromTheFolderIsPlayedAtTheDoorAndStandsInItsStem() throws IOException {
        tone("music/tone.wav", 1_500);
        tone("sfx/short.wav", 300);
        Files.writeString(folder.resolve("music/letter.mp3"), "Dear Dave");
        long began;
        try (var house = HouseUnderTest.open(folder, Hold.STUDIO)) {
            house.await(MusicEvent.ShelfChanged.class, it -> it.shelf() == ShelfName.MUSIC);
            assertThat(house.desk().read("/api/music").path("tracks")).hasSize(2);
            assertThat(house.health("music")).contains("\"letter.mp3\" cannot be played");
            assertThat(house.desk().post("/api/music/play", "{\"track\":\"letter.mp3\"}").detail())
                    .contains("\"letter.mp3\" cannot be played");
            assertThat(house.desk().post("/api/music/play", "{\"track\":\"tone.wav\"}").status())
                    .isEqualTo(200);
            began = house.await(MusicEvent.TrackBegan.class, _ -> true).atSample();
            assertThat(house.desk().post("/api/sfx/play", "{\"sound\":\"short.wav\"}").status())
                    .isEqualTo(200);
            house.await(MusicEvent.CartEnded.class, it -> it.how() == PlayedOut.FINISHED);
            house.await(MusicEvent.TrackEnded.class, it -> it.how() == PlayedOut.FINISHED);
        }
        Map<String, StemFile> stems = StemFile.all(folder.resolve("shows"));
        assertThat(stems).containsKeys("00_Mix", "01_Host", "08_Music", "09_SFX");
        float[] music = samples(stems, "08_Music");
        assertThat(amplitude(music, (int) began + 4_800, Frames.RATE)).isCloseTo(0.5, within(0.01));
        assertThat(music[(int) began - 1]).isZero();
        assertThat(amplitude(samples(stems, "00_Mix"), (int) began + 4_800, Frames.RATE))
                .isGreaterThan(0.4);
    }

    @Test
    void theEndOfTheProgramIsACartAtOnce() throws IOException {
        tone("music/tone.wav", 1_500);
        Files.createDirectories(folder.resolve("sfx"));
        try (var house = HouseUnderTest.open(folder, Hold.STUDIO)) {
            house.await(MusicEvent.ShelfChanged.class, it -> it.shelf() == ShelfName.MUSIC);
            house.desk().post("/api/music/play", "{\"track\":\"tone.wav\"}");
            house.await(MusicEvent.TrackEnded.class, it -> it.how() == PlayedOut.FINISHED);
            var clipped = house.desk().post("/api/recording/clip", "{\"seconds\":1}");
            assertThat(clipped.status()).isEqualTo(200);
            String sound = clipped.body().path("sound").asText();
            assertThat(sound).startsWith("clip-show-").endsWith("s.wav");
            Patience.until(
                    () -> house.desk().read("/api/sfx").path("sounds").toString().contains(sound),
                    () -> "the clip is not among " + house.desk().read("/api/sfx"));
            assertThat(house.desk().post("/api/sfx/play", "{\"sound\":\"" + sound + "\"}").status())
                    .isEqualTo(200);
            house.await(MusicEvent.CartEnded.class, it -> it.how() == PlayedOut.FINISHED);
            var again = house.desk().post("/api/recording/clip", "{}");
            assertThat(again.body().path("sound").asText()).isNotEqualTo(sound);
        }
        Map<String, StemFile> clips = StemFile.all(folder.resolve("sfx"));
        assertThat(clips).hasSize(2);
        assertThat(clips.values())
                .anySatisfy(clip -> assertThat(clip.samples()).hasSize(Frames.RATE));
    }

    private static float[] samples(Map<String, StemFile> stems, String name) {
        return Objects.requireNonNull(stems.get(name), name).samples();
    }

    private MusicSettings settings(Map<String, String> given) {
        return new MusicSettings(new Lookup(given), folder);
    }

    @Test
    void theHostsOwnHoldMusicIsHeardByThoseWhoWait() throws IOException {
        tone("lounge.wav", 40_000);
        HoldBedChoice bed = settings(Map.of("PARTYLINE_PHONE_HOLD_MUSIC", "lounge.wav")).holdBed();
        assertThat(bed.trouble()).isEmpty();
        var frame = new float[Frames.SAMPLES];
        float[] heard = new float[10 * Frames.SAMPLES];
        var loop = bed.loop();
        for (int i = 0; i < 10; i++) {
            loop.read(frame);
            System.arraycopy(frame, 0, heard, i * Frames.SAMPLES, Frames.SAMPLES);
        }
        assertThat(amplitude(heard, 4_800, 4_800)).isCloseTo(0.035 * Math.sqrt(2), within(0.001));
        assertThat(bed.atTheCarrier()).hasSize(30 * Frames.RATE);
        assertThat(Math.abs(bed.atTheCarrier()[30 * Frames.RATE - 1])).isLessThan(0.001f);
    }

    @Test
    void holdMusicThatCannotBePlayedIsNamedAndTheBuiltInIsHeard() {
        HoldBedChoice bed = settings(Map.of("PARTYLINE_PHONE_HOLD_MUSIC", "nowhere.mp3")).holdBed();
        assertThat(bed.trouble().orElseThrow())
                .startsWith("PARTYLINE_PHONE_HOLD_MUSIC: There is no hold music at ");
        assertThat(bed.atTheCarrier()).isEqualTo(HoldBed.samples());
    }

    private List<Finding> findings(Map<String, String> given) {
        return new SoundFolders(settings(given)).findings();
    }

    @Test
    void theCheckNamesFoldersAndWhatIsBrokenInThem() throws IOException {
        assertThat(findings(Map.of()))
                .extracting(Finding::state)
                .containsExactly(State.OFF, State.OFF, State.OK);
        tone("music/tone.wav", 500);
        Files.writeString(folder.resolve("music/letter.mp3"), "Dear Dave");
        List<Finding> found =
                findings(
                        Map.of(
                                "PARTYLINE_SFX",
                                "nowhere",
                                "PARTYLINE_PHONE_HOLD_MUSIC",
                                "music/letter.mp3"));
        assertThat(found).extracting(Finding::state).containsExactly(State.OFF, State.NO, State.NO);
        assertThat(found.getFirst().sentence())
                .contains("1 to play in", "\"letter.mp3\" cannot be played");
        assertThat(found.get(1).sentence()).contains("There is no folder", "nowhere");
        assertThat(found.get(2).sentence()).contains("letter.mp3", "built-in");
    }

    @Test
    void aTrackIsFoundAsSoonAsItLiesInTheFolder() throws IOException {
        try (var house = HouseUnderTest.open(folder, Hold.STUDIO)) {
            assertThat(house.desk().read("/api/music").path("tracks")).isEmpty();
            tone("music/late.wav", 500);
            house.await(MusicEvent.ShelfChanged.class, it -> it.pieces() == 1);
            assertThat(house.desk().post("/api/music/play", "{\"track\":\"late.wav\"}").status())
                    .isEqualTo(200);
            house.await(MusicEvent.TrackBegan.class, _ -> true);
        }
    }
}
