package io.partyline.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.cast.Cast;
import io.partyline.cast.Persona;
import io.partyline.show.PersonaKey;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CastingTest {
    private static final List<Speaker> FOUR =
            List.of(
                    Speaker.of("onyx", Gender.MAN, Age.OLD),
                    Speaker.of("nova", Gender.WOMAN, Age.YOUNG),
                    Speaker.of("echo", Gender.MAN, Age.MIDDLE),
                    Speaker.of("sage", Gender.WOMAN, Age.MIDDLE));

    private static Persona persona(int key, String gender, String age, String voice) {
        return new Persona(
                new PersonaKey(String.valueOf(key)),
                "Name " + key,
                gender,
                age,
                "A vibe.",
                voice,
                "",
                "",
                List.of());
    }

    private static Casting of(Persona... personas) {
        return Casting.of(new Cast(List.of(personas)));
    }

    @Test
    void everybodyGetsAVoiceOfTheirGenderNearestInAge() {
        Parts parts =
                of(
                                persona(1, "man", "70s", "low"),
                                persona(2, "woman", "20s", "high"),
                                persona(3, "man", "40s", "dry"),
                                persona(4, "female", "55", "warm"))
                        .among(FOUR);
        assertThat(List.of("low", "high", "dry", "warm"))
                .extracting(wish -> parts.of(wish).name())
                .containsExactly("onyx", "nova", "echo", "sage");
    }

    @Test
    void noTwoShareAVoiceAsLongAsThereAreEnough() {
        Parts parts =
                of(
                                persona(1, "man", "40s", "a"),
                                persona(2, "man", "40s", "b"),
                                persona(3, "man", "40s", "c"))
                        .among(FOUR);
        assertThat(parts.of("a")).isNotEqualTo(parts.of("b"));
        assertThat(parts.of("c").gender()).isEqualTo(Gender.MAN);
    }

    @Test
    void theCastThatShipsHasTenDifferentVoicesWithEveryProviderThatHasTen() {
        String genders = "mwmwmwmwmw";
        List<String> ages =
                List.of("50s", "30s", "70s", "20s", "40s", "60s", "30s", "40s", "60s", "50s");
        Persona[] personas =
                IntStream.range(0, 10)
                        .mapToObj(
                                i -> persona(i, genders.substring(i, i + 1), ages.get(i), "v" + i))
                        .toArray(Persona[]::new);
        for (List<Speaker> roster :
                List.of(Rosters.OPEN_AI, Rosters.ELEVEN_LABS, Rosters.ESPEAK, Timbre.speakers())) {
            Parts parts = of(personas).among(roster);
            assertThat(IntStream.range(0, 10).mapToObj(i -> parts.of("v" + i).id()).distinct())
                    .as(roster.toString())
                    .hasSizeGreaterThanOrEqualTo(9);
        }
    }

    @Test
    void aWishThatNamesAVoiceIsFollowed() {
        Parts parts =
                of(persona(1, "man", "20s", "Nova"), persona(2, "woman", "20s", "high"))
                        .among(FOUR);
        assertThat(parts.of("Nova").name()).isEqualTo("nova");
        assertThat(parts.of("high").name()).isEqualTo("sage");
    }

    @Test
    void whatTheHostChoseGoesBeforeAll() {
        Parts parts =
                of(persona(1, "man", "20s", "low"))
                        .with(Map.of("Low", "sage", "nova", "a-voice-of-my-own"))
                        .among(FOUR);
        assertThat(parts.of("low").name()).isEqualTo("sage");
        assertThat(parts.of("nova").id()).isEqualTo("a-voice-of-my-own");
    }

    @Test
    void theHostsChoicesAreReadAsTheyAreWritten() {
        assertThat(Casting.choices(" low=onyx, bright = nova ,"))
                .isEqualTo(Map.of("low", "onyx", "bright", "nova"));
        assertThat(Casting.choices("")).isEmpty();
        assertThatThrownBy(() -> Casting.choices("low=onyx, bright"))
                .hasMessageContaining("PARTYLINE_TTS_VOICES must be pairs")
                .hasMessageContaining("\"bright\"");
    }

    @Test
    void aStrangerAlwaysGetsTheSameVoice() {
        Parts parts = Casting.open().among(FOUR);
        assertThat(parts.of("somebody")).isEqualTo(parts.of(" Somebody"));
        assertThat(parts.of("echo").name()).isEqualTo("echo");
    }

    @ParameterizedTest
    @CsvSource({
        "20s, YOUNG",
        "34, YOUNG",
        "40s, MIDDLE",
        "60s, OLD",
        "teenager, YOUNG",
        "elderly, OLD",
        "'', MIDDLE",
        "ageless, MIDDLE"
    })
    void anAgeIsReadAsPeopleWriteIt(String written, Age age) {
        assertThat(Age.of(written)).isEqualTo(age);
    }

    @ParameterizedTest
    @CsvSource({"man, MAN", "Female, WOMAN", "nonbinary, ANY", "'', ANY", "w, WOMAN"})
    void aGenderIsReadAsPeopleWriteIt(String written, Gender gender) {
        assertThat(Gender.of(written)).isEqualTo(gender);
    }
}
