package io.partyline.whisper;

import java.nio.file.Path;
import java.util.Optional;

/// Settings of models for tests.
final class Models {
    private Models() {}

    /// @param folder what the child leaves goes into `scratch` in it
    static WhisperSettings settings(Path model, Path folder) {
        return new WhisperSettings(model, Optional.empty(), "en", "", folder.resolve("scratch"), 1);
    }
}
