package io.partyline.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Event;

/// How requests are read and answers written: snake case, instants as ISO 8601, and the values of
/// the show as [ShowWords] has them. Safe for use by many threads.
///
/// A call's id is called `call_sid` everywhere. A caller's number is called `phone` and masked:
/// nothing but its last four digits leaves the door, and no fingerprint at all.
final class Json {
    static final JsonMapper MAPPER =
            JsonMapper.builder(factory())
                    .addModules(new Jdk8Module(), new JavaTimeModule(), ShowWords.module())
                    .propertyNamingStrategy(Names.SNAKE)
                    .addMixIn(Event.class, Discreet.class)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .withCoercionConfig(LogicalType.Textual, Json::onlyText)
                    .build();

    /// The deepest nesting of a request: none of ours nests at all.
    private static final int DEEPEST = 8;

    private Json() {}

    /// A name as it stands in JSON.
    static String name(String component) {
        return Names.SNAKE.translate(component);
    }

    static byte[] bytes(Object answer) {
        try {
            return MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot be written as JSON", impossible);
        }
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .build();
    }

    private static void onlyText(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
    }

    /// What no event may tell anybody.
    @JsonIgnoreProperties({"fingerprint", "banned"})
    private interface Discreet {}

    private static final class Names extends PropertyNamingStrategies.SnakeCaseStrategy {
        private static final long serialVersionUID = 1L;

        private static final Names SNAKE = new Names();

        @Override
        public String nameForGetterMethod(
                MapperConfig<?> config, AnnotatedMethod method, String name) {
            return named(method, super.nameForGetterMethod(config, method, name));
        }

        @Override
        public String nameForField(MapperConfig<?> config, AnnotatedField field, String name) {
            return named(field, super.nameForField(config, field, name));
        }

        private static String named(AnnotatedMember member, String name) {
            if (member.getRawType() == CallerNumber.class) {
                return "phone";
            }
            return member.getRawType() == CallId.class && name.equals("call") ? "call_sid" : name;
        }
    }
}
