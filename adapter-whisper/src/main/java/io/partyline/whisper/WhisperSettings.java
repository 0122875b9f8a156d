package io.partyline.whisper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What has to be known of a whisper model before it can hear.
///
/// @param model a ggml file
/// @param smaller a faster model for when the first falls behind
/// @param language as whisper names it, such as `en`; `auto` finds out, at some cost
/// @param vocabulary names that will be said, in a sentence or as a list; may be empty
/// @param scratch a folder for what the native library unpacks; what is in it is removed again
/// @param threads how many processors the model may keep busy
public record WhisperSettings(
        Path model,
        Optional<Path> smaller,
        String language,
        String vocabulary,
        Path scratch,
        int threads) {

    /// With two, a busy processor makes both wait for each other.
    public static final int THREADS = 1;

    public WhisperSettings {
        if (!Files.isRegularFile(model)) {
            throw new IllegalArgumentException(
                    "There is no speech model at %s. `partyline model get base.en` gets one."
                            .formatted(model));
        }
        if (threads < 1) {
            throw new IllegalArgumentException("a model needs at least one thread");
        }
    }
}
