package io.partyline.whisper;

import java.nio.file.Path;
import java.util.List;

/// Real, if robotic, voices at 16 kHz: those of the programs flite and festival.
enum Robot {
    FLITE_KAL {
        @Override
        List<String> command(double stretch, String text, String file) {
            return flite("kal16", stretch, text, file);
        }
    },
    FLITE_SLT {
        @Override
        List<String> command(double stretch, String text, String file) {
            return flite("slt", stretch, text, file);
        }
    },
    /// It reads its text.
    FESTIVAL_KAL {
        @Override
        List<String> command(double stretch, String text, String file) {
            String pace = "(Parameter.set 'Duration_Stretch " + stretch + ")";
            String voice = "(begin (voice_kal_diphone) " + pace + ")";
            return List.of("text2wave", "-eval", voice, "-o", file);
        }
    };

    /// The programs that all of them need.
    static final List<String> PROGRAMS = List.of("flite", "text2wave");

    /// What makes it write what it says into a WAV file.
    abstract List<String> command(double stretch, String text, String file);

    private static List<String> flite(String voice, double stretch, String text, String file) {
        String pace = "duration_stretch=" + stretch;
        return List.of("flite", "-voice", voice, "--setf", pace, "-t", text, "-o", file);
    }

    /// A sentence at its own pace.
    float[] says(String text) {
        return says(1, text);
    }

    /// A sentence.
    ///
    /// @param stretch how much longer it takes than at the voice's own pace
    float[] says(double stretch, String text) {
        return Programs.withFile(
                new byte[0],
                file -> {
                    Programs.run(command(stretch, text, file), this == FESTIVAL_KAL ? text : "");
                    return Wav.at48kHz(Path.of(file));
                });
    }
}
