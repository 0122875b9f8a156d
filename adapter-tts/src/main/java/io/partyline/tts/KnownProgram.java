package io.partyline.tts;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A program that needs no voice to be fetched first, and how it is told to speak.
///
/// @param name what is looked for on the path
/// @param template as for the setting
/// @param speakers its voices
record KnownProgram(String name, String template, List<Speaker> speakers) {
    /// In the order in which they are tried. `say` cannot write into a pipe, and flite only reads a
    /// text that it is given as a word.
    static final List<KnownProgram> ALL =
            List.of(
                    new KnownProgram(
                            "say",
                            "say -v {voice} --file-format=WAVE --data-format=LEI16@22050 -o {out} -f -",
                            Rosters.SAY),
                    new KnownProgram(
                            "espeak-ng", "espeak-ng -v {voice} --stdin --stdout", Rosters.ESPEAK),
                    new KnownProgram(
                            "espeak", "espeak -v {voice} --stdin --stdout", Rosters.ESPEAK),
                    new KnownProgram(
                            "flite",
                            "flite -voice {voice} -t {text} -o /dev/stdout",
                            Rosters.FLITE),
                    new KnownProgram("text2wave", "text2wave", Rosters.ONE));

    /// The first that is there.
    ///
    /// @param path folders, parted as the system parts them
    static Optional<KnownProgram> firstOn(String path) {
        return ALL.stream().filter(program -> program.isOn(path)).findFirst();
    }

    static Optional<KnownProgram> named(String name) {
        return ALL.stream().filter(program -> program.name().equals(name)).findFirst();
    }

    boolean isOn(String path) {
        return Arrays.stream(path.split(Pattern.quote(File.pathSeparator), -1))
                .filter(folder -> !folder.isBlank())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
