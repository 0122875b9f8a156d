package io.partyline.tts;

import static io.partyline.tts.Age.MIDDLE;
import static io.partyline.tts.Age.OLD;
import static io.partyline.tts.Age.YOUNG;
import static io.partyline.tts.Gender.ANY;
import static io.partyline.tts.Gender.MAN;
import static io.partyline.tts.Gender.WOMAN;

import java.util.List;

/// The voices that each provider offers everybody, the most useful first, and what they are like.
final class Rosters {
    /// OpenAI's, by the names that compatible servers know as well.
    static final List<Speaker> OPEN_AI =
            List.of(
                    Speaker.of("onyx", MAN, OLD),
                    Speaker.of("nova", WOMAN, YOUNG),
                    Speaker.of("echo", MAN, MIDDLE),
                    Speaker.of("shimmer", WOMAN, MIDDLE),
                    Speaker.of("fable", MAN, YOUNG),
                    Speaker.of("alloy", ANY, MIDDLE),
                    Speaker.of("ash", MAN, MIDDLE),
                    Speaker.of("coral", WOMAN, YOUNG),
                    Speaker.of("sage", WOMAN, MIDDLE),
                    Speaker.of("ballad", MAN, YOUNG));

    /// ElevenLabs' default voices, which every account has.
    static final List<Speaker> ELEVEN_LABS =
            List.of(
                    new Speaker("Brian", "nPczCjzI2devNBz1zQrb", MAN, MIDDLE),
                    new Speaker("Sarah", "EXAVITQu4vr4xnSDxMaL", WOMAN, YOUNG),
                    new Speaker("Bill", "pqHfZKP75CvOlQylNhV4", MAN, OLD),
                    new Speaker("Matilda", "XrExE9yKIg1WjnnlVkGX", WOMAN, MIDDLE),
                    new Speaker("Liam", "TX3LPaxmHKxFdv7VOQHJ", MAN, YOUNG),
                    new Speaker("Jessica", "cgSgspJ2msm6clMCkdW9", WOMAN, YOUNG),
                    new Speaker("George", "JBFqnCBsd6RMkjVDRZzb", MAN, MIDDLE),
                    new Speaker("Lily", "pFZP5JQG7iQjIQuC4Bku", WOMAN, MIDDLE),
                    new Speaker("Eric", "cjVigY5qzO86Huf0OWal", MAN, MIDDLE),
                    new Speaker("Alice", "Xb7hH8MSUJpSbSDYk0k2", WOMAN, MIDDLE),
                    new Speaker("Will", "bIHbv24MWmeRgasZH58o", MAN, YOUNG),
                    new Speaker("Laura", "FGY2WhTYpPnrIDTdsKH5", WOMAN, YOUNG),
                    new Speaker("River", "SAz9YHcvj6GT2YYXdXww", ANY, MIDDLE),
                    new Speaker("Chris", "iP95p4xoKVk53GoZ742B", MAN, MIDDLE));

    /// espeak-ng's American, in the variants that sound least alike.
    static final List<Speaker> ESPEAK =
            List.of(
                    Speaker.of("en-us+m3", MAN, MIDDLE),
                    Speaker.of("en-us+f2", WOMAN, MIDDLE),
                    Speaker.of("en-us+m7", MAN, OLD),
                    Speaker.of("en-us+f3", WOMAN, YOUNG),
                    Speaker.of("en-us+m1", MAN, YOUNG),
                    Speaker.of("en-us+f5", WOMAN, OLD),
                    Speaker.of("en-us+m5", MAN, MIDDLE),
                    Speaker.of("en-us+f4", WOMAN, YOUNG),
                    Speaker.of("en-us+m6", MAN, OLD),
                    Speaker.of("en-us+f1", WOMAN, MIDDLE));

    static final List<Speaker> FLITE =
            List.of(
                    Speaker.of("rms", MAN, MIDDLE),
                    Speaker.of("slt", WOMAN, MIDDLE),
                    Speaker.of("kal16", MAN, YOUNG),
                    Speaker.of("awb", MAN, OLD));

    /// Of the Mac; an English one of each kind that every version has.
    static final List<Speaker> SAY =
            List.of(
                    Speaker.of("Alex", MAN, MIDDLE),
                    Speaker.of("Samantha", WOMAN, MIDDLE),
                    Speaker.of("Fred", MAN, OLD),
                    Speaker.of("Karen", WOMAN, YOUNG),
                    Speaker.of("Daniel", MAN, YOUNG),
                    Speaker.of("Moira", WOMAN, OLD));

    /// A program about whose voices nothing is known, or that has only one.
    static final List<Speaker> ONE = List.of(Speaker.of("default", ANY, MIDDLE));

    private Rosters() {}
}
