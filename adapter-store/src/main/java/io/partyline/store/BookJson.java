package io.partyline.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.partyline.cast.Regular;
import io.partyline.port.JournalException;
import io.partyline.show.Acquaintance;

/// What the caller book keeps of somebody, as JSON.
final class BookJson {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(new Jdk8Module())
                    .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private BookJson() {}

    static String text(Record of) {
        try {
            return JSON.writeValueAsString(of);
        } catch (JsonProcessingException e) {
            throw new JournalException("An entry could not be put into words.", e);
        }
    }

    static Acquaintance caller(String json) {
        return read(json, Acquaintance.class);
    }

    static Regular regular(String json) {
        return read(json, Regular.class);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new JournalException("An entry of the caller book is damaged.", e);
        }
    }
}
