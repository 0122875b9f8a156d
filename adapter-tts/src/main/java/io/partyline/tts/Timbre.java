package io.partyline.tts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How the one embedded speaker is made to sound like several.
///
/// Pitch is what one hears first; the size of the throat is the sample rate at which the sound is
/// played, made up for by the pace.
enum Timbre {
    LOW(80, 11, 15_000, 160, Gender.MAN, Age.MIDDLE),
    MIDDLE(115, 16, 16_000, 165, Gender.ANY, Age.MIDDLE),
    HIGH(180, 24, 18_000, 165, Gender.WOMAN, Age.YOUNG),
    DEEP(68, 8, 14_400, 140, Gender.MAN, Age.MIDDLE),
    BRIGHT(205, 34, 19_200, 175, Gender.WOMAN, Age.YOUNG),
    GRAVEL(74, 5, 15_000, 145, Gender.MAN, Age.OLD),
    WARM(150, 14, 17_600, 150, Gender.WOMAN, Age.OLD),
    BRISK(125, 26, 16_000, 205, Gender.MAN, Age.YOUNG),
    SOFT(190, 10, 18_400, 140, Gender.WOMAN, Age.MIDDLE),
    DRY(105, 4, 16_000, 170, Gender.MAN, Age.OLD);

    /// What the speaker's sound is made for.
    private static final float NATURAL_RATE = 16_000;

    private final float pitchHz;
    private final float rangeHz;
    private final int rate;
    private final float wordsPerMinute;
    private final Gender gender;
    private final Age age;

    Timbre(float pitchHz, float rangeHz, int rate, float wordsPerMinute, Gender gender, Age age) {
        this.gender = gender;
        this.age = age;
        this.pitchHz = pitchHz;
        this.rangeHz = rangeHz;
        this.rate = rate;
        this.wordsPerMinute = wordsPerMinute;
    }

    /// All of them, as what they sound like.
    static List<Speaker> speakers() {
        return Arrays.stream(values())
                .map(timbre -> Speaker.of(timbre.word(), timbre.gender, timbre.age))
                .toList();
    }

    /// The timbre of that name; an unknown name always gets the same one.
    static Timbre named(String voice) {
        return Arrays.stream(values())
                .filter(timbre -> timbre.word().equals(voice.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(values()[Math.floorMod(voice.hashCode(), values().length)]);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Samples a second at which the sound is to be played.
    int rate() {
        return rate;
    }

    /// The pitch to ask for, so that it is right when played.
    float pitchHz() {
        return pitchHz * NATURAL_RATE / rate;
    }

    float rangeHz() {
        return rangeHz * NATURAL_RATE / rate;
    }

    float wordsPerMinute() {
        return wordsPerMinute * NATURAL_RATE / rate;
    }
}
