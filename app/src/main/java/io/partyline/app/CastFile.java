package io.partyline.app;

import com.fasterxml.jackson.core.JsonProcessingException;
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

/// Reads a cast. A bad file is refused with the line and the reason.
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
            @Nullable List<String> topics) {
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

    private static Cast cast(String name, InputStream file) throws IOException {
        try {
            List<@Nullable PersonaForm> personas =
                    Forms.read(YAML, CastForm.class, file)
                            .map(CastForm::personas)
                            .orElse(List.of());
            if (personas.isEmpty()) {
                throw new SettingException("The cast file %s has no personas.".formatted(name));
            }
            return new Cast(personas.stream().map(CastFile::persona).toList());
        } catch (JsonProcessingException e) {
            throw Forms.refused("The cast file " + name, e);
        } catch (IllegalArgumentException e) {
            throw new SettingException("The cast file %s: %s.".formatted(name, e.getMessage()));
        }
    }

    private static Persona persona(@Nullable PersonaForm given) {
        PersonaForm form = Objects.requireNonNullElse(given, PersonaForm.EMPTY);
        return new Persona(
                new PersonaKey(Forms.need(form.key(), "a persona has no key")),
                Forms.need(form.name(), "a persona has no name"),
                text(form.gender()),
                text(form.ageRange()),
                Forms.need(form.vibe(), "a persona has no vibe"),
                Forms.need(form.voice(), "a persona has no voice"),
                text(form.energy()),
                text(form.signature()),
                form.topics() == null ? List.of() : form.topics());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
