package io.partyline.app;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.partyline.cast.Cast;
import io.partyline.cast.Persona;
import io.partyline.show.PersonaKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads a cast. A bad file is refused with the place and the reason.
final class CastFile {
    private static final String BUILT_IN = "cast.yaml";

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private record CastForm(@Nullable List<@Nullable PersonaForm> personas) {}

    private record PersonaForm(
            @Nullable String key,
            @Nullable String name,
            @Nullable String gender,
            @Nullable String ageRange,
            @Nullable String vibe,
            @Nullable String voice,
            @Nullable String energy,
            @Nullable String signature,
            @Nullable List<@Nullable String> topics) {
        static final PersonaForm EMPTY =
                new PersonaForm(null, null, null, null, null, null, null, null, null);
    }

    private CastFile() {}

    /// The cast that ships.
    static Cast builtIn() {
        try (InputStream file = CastFile.class.getResourceAsStream(BUILT_IN)) {
            if (file == null) {
                throw new IllegalStateException("the built-in cast is missing from the jar");
            }
            return cast(BUILT_IN, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A show's own cast.
    ///
    /// @throws SettingException if it cannot be used
    static Cast read(Path path) {
        try (InputStream file = Files.newInputStream(path)) {
            return cast(path.toString(), file);
        } catch (IOException e) {
            throw new SettingException("The cast file %s cannot be read.".formatted(path));
        }
    }

    static Cast cast(String name, InputStream file) throws IOException {
        String what = "The cast file " + name;
        List<@Nullable PersonaForm> personas =
                Forms.read(YAML, CastForm.class, what, file)
                        .map(CastForm::personas)
                        .orElse(List.of());
        if (personas.isEmpty()) {
            throw new SettingException(what + " has no personas.");
        }
        try {
            return new Cast(Forms.each(personas, "persona", CastFile::persona));
        } catch (IllegalArgumentException e) {
            throw new SettingException("%s: %s.".formatted(what, e.getMessage()));
        }
    }

    /// @param which what to call it if something is missing
    private static Persona persona(@Nullable PersonaForm given, String which) {
        PersonaForm form = Objects.requireNonNullElse(given, PersonaForm.EMPTY);
        return new Persona(
                new PersonaKey(Forms.need(form.key(), which + " has no key")),
                Forms.need(form.name(), which + " has no name"),
                text(form.gender()),
                text(form.ageRange()),
                Forms.need(form.vibe(), which + " has no vibe"),
                Forms.need(form.voice(), which + " has no voice"),
                text(form.energy()),
                text(form.signature()),
                Forms.texts(form.topics(), which + " has an empty topic"));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
