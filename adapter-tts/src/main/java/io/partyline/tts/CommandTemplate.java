package io.partyline.tts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A program that speaks, as somebody wrote it into a setting: `rate=22050 piper --model {voice}
/// --output-raw`.
///
/// `{voice}` becomes the voice's name and `{text}` the text; without `{text}` the text goes to the
/// program's input. The sound is read from its output, or from the file `{out}` if it can write
/// into nothing else. Words are parted by spaces, and kept together by quotes; there is no shell,
/// so nothing else means anything.
///
/// @param rate samples a second of sound without a head
/// @param words the program and what it is told
record CommandTemplate(int rate, List<String> words) {
    /// Most of piper's voices, and espeak-ng's.
    private static final int USUAL_RATE = 22_050;

    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");
    private static final Pattern RATE = Pattern.compile("rate=(\\d{4,6})");
    private static final String VOICE = "{voice}";
    private static final String TEXT = "{text}";
    private static final String OUT = "{out}";

    CommandTemplate {
        words = List.copyOf(words);
    }

    /// @throws IllegalArgumentException if this is no command; the sentence names the setting
    static CommandTemplate of(String written) {
        var words = new ArrayList<String>();
        Matcher matcher = WORD.matcher(written);
        while (matcher.find()) {
            words.add(matcher.group().replaceAll("[\"']", ""));
        }
        int rate = USUAL_RATE;
        if (!words.isEmpty() && RATE.matcher(words.getFirst()).matches()) {
            rate = Integer.parseInt(words.removeFirst().substring("rate=".length()));
        }
        if (words.isEmpty() || WORD.matcher(written).replaceAll("").contains("\"")) {
            throw new IllegalArgumentException(
                    "PARTYLINE_TTS_COMMAND must be a program and what it is told, such as espeak-ng"
                            + " -v {voice} --stdin --stdout.");
        }
        return new CommandTemplate(rate, words);
    }

    /// The program's own name, without its folder.
    String program() {
        Path name = Path.of(words.getFirst()).getFileName();
        return name == null ? words.getFirst() : name.toString();
    }

    boolean choosesVoice() {
        return words.stream().anyMatch(word -> word.contains(VOICE));
    }

    boolean textByWord() {
        return words.stream().anyMatch(word -> word.contains(TEXT));
    }

    boolean soundByFile() {
        return words.stream().anyMatch(word -> word.contains(OUT));
    }

    /// The words of one call.
    ///
    /// @param out where the sound is to go if it goes into a file
    List<String> filled(String voice, String text, String out) {
        return words.stream()
                .map(word -> word.replace(VOICE, voice).replace(OUT, out))
                .map(word -> word.equals(TEXT) ? harmless(text) : word.replace(TEXT, text))
                .toList();
    }

    /// A text that began with a stroke would be taken for an option.
    private static String harmless(String text) {
        return text.startsWith("-") ? " " + text : text;
    }
}
