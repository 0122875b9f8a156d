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
import org.jspecify.annotations.Nullable;

/// Reads a cast. A bad file is refused with the line and the reason.
final class CastFile {
    private static final String BUILT_IN = "cast.yaml";

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private record CastForm(@Nullable List<PersonaForm> personas) {}

    private record PersonaForm(
            @Nullable String key,
            @Nullable String name,
            @Nullable String gender,
            @Nullable String ageRange,
            @Nullable String vibe,
            @Nullable String voice,
            @Nullable String energy,
            @Nullable String signature,
            @Nullable List<String> topics) {}

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
            CastForm form = YAML.readValue(file, CastForm.class);
            List<PersonaForm> personas = form == null ? null : form.personas();
            if (personas == null || personas.isEmpty()) {
                throw new SettingException("The cast file %s has no personas.".formatted(name));
            }
            return new Cast(personas.stream().map(CastFile::persona).toList());
        } catch (JsonProcessingException e) {
            throw new SettingException(
                    "The cast file %s, line %d: %s"
                            .formatted(name, line(e), e.getOriginalMessage()));
        } catch (IllegalArgumentException e) {
            throw new SettingException("The cast file %s: %s.".formatted(name, e.getMessage()));
        }
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    private static Persona persona(PersonaForm form) {
        return new Persona(
                new PersonaKey(need(form.key(), "key")),
                need(form.name(), "name"),
                text(form.gender()),
                text(form.ageRange()),
                need(form.vibe(), "vibe"),
                need(form.voice(), "voice"),
                text(form.energy()),
                text(form.signature()),
                form.topics() == null ? List.of() : form.topics());
    }

    private static String need(@Nullable String value, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("a persona has no " + what);
        }
        return value;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
