package io.partyline.app;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A moment of a show, and who of the AI callers should speak after its last word. The fields are
/// told in `floor-scenes.yaml`.
record FloorScene(
        @JsonProperty(required = true) String kind,
        @JsonProperty(required = true) List<String> ai,
        @JsonProperty(required = true) List<String> real,
        @JsonProperty(required = true) List<Map<String, String>> said,
        boolean silence,
        @Nullable String talking,
        @Nullable String speaking,
        @JsonProperty(required = true)
                @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                List<String> speaks,
        boolean held) {
    static final String NOBODY = "nobody";

    /// Scenes, and why each AI caller calls.
    record Book(@Nullable Map<String, String> stories, List<FloorScene> scenes) {
        static Book read(String name) {
            try (InputStream file =
                    Objects.requireNonNull(FloorScene.class.getResourceAsStream(name))) {
                return new YAMLMapper().readValue(file, Book.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Whether this answer is right; the empty text is nobody.
    boolean right(String speaker) {
        return speaks.contains(speaker.isEmpty() ? NOBODY : speaker);
    }

    boolean wantsSomebody() {
        return !speaks.contains(NOBODY);
    }

    /// Whether somebody is spoken to by name, however it was heard.
    boolean named() {
        return kind.equals("addressed") || kind.equals("misheard");
    }
}
