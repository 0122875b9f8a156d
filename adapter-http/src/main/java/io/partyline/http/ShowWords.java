package io.partyline.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Channel;
import io.partyline.show.PersonaKey;
import io.partyline.show.ShowId;
import io.partyline.show.Speaker;
import io.partyline.show.Stage;
import io.partyline.show.TurnId;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/// The words that the door uses for values of the show: ids as their text, a channel as its number,
/// durations in whole seconds, constants in lower case, a speaker by role and name.
final class ShowWords {
    private ShowWords() {}

    /// How Jackson writes them.
    static SimpleModule module() {
        var module = new SimpleModule();
        add(module, CallId.class, (id, json) -> json.writeString(id.value()));
        add(module, ShowId.class, (id, json) -> json.writeString(id.value()));
        add(module, TurnId.class, (id, json) -> json.writeString(id.value()));
        add(module, PersonaKey.class, (key, json) -> json.writeString(key.value()));
        add(module, CallerNumber.class, (number, json) -> json.writeString(number.masked()));
        add(module, Channel.class, (channel, json) -> json.writeNumber(channel.number()));
        add(module, Duration.class, (time, json) -> json.writeNumber(time.toSeconds()));
        add(module, Speaker.class, ShowWords::speaker);
        add(module, Enum.class, (word, json) -> json.writeString(of(word)));
        return module;
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String of(Stage stage) {
        return switch (stage) {
            case Stage.Ringing _ -> "ringing";
            case Stage.Held _ -> "held";
            case Stage.Taking _ -> "taking";
            case Stage.OnAir _ -> "on_air";
            case Stage.Reconnecting _ -> "reconnecting";
            case Stage.Leaving _ -> "leaving";
        };
    }

    private static void speaker(Speaker speaker, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", speaker.role());
        json.writeStringField("name", speaker.name());
        json.writePOJOField("call_sid", speaker.call());
        json.writeEndObject();
    }

    @FunctionalInterface
    private interface Writing<T> {
        void write(T value, JsonGenerator json) throws IOException;
    }

    private static <T> void add(SimpleModule module, Class<? extends T> type, Writing<T> writing) {
        module.addSerializer(
                type,
                new JsonSerializer<T>() {
                    @Override
                    public void serialize(T value, JsonGenerator json, SerializerProvider all)
                            throws IOException {
                        writing.write(value, json);
                    }
                });
    }
}
