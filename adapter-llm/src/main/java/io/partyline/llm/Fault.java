package io.partyline.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a server says that is wrong, wherever and however it says it.
///
/// Of its words only a code of one word is ever shown. Its sentences are read for what they mean
/// and go no further, since they may repeat the key or what a caller said.
///
/// @param code the server's word or number for it; may be empty
/// @param words what it said with it, for our eyes only
record Fault(String code, String words) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{2,50}|\\d{1,6}");
    private static final List<String> CODES =
            List.of("code", "type", "error_type", "error_code", "status", "statusCode");
    private static final List<String> SENTENCES =
            List.of("message", "error_message", "error_msg", "detail", "msg", "error_description");

    /// What it comes down to.
    enum Reason {
        KEY("\\b40[13]\\b|api.?key|unauthori[sz]ed|authenticat|permission|forbidden|invalid_token"),
        CREDIT("\\b402\\b|insufficient.?balance|credit|billing|payment|quota"),
        TOO_LONG(
                "\\b413\\b|context.?length|maximum context|context window|too (long|large|many tokens)"),
        NO_MODEL(
                "\\b404\\b|model.{0,60}(not.?found|not exist|unknown|no such)|(no such|unknown) model"),
        OVERLOADED("\\b(503|529)\\b|overload|capacity|unavailable|\\bbusy\\b|engine_is_currently"),
        BUSY("\\b429\\b|rate.?limit|too many requests|throttl"),
        FORBIDDEN("content.?(filter|policy)|moderation|safety|policy_violation"),
        LOADING("loading|warming|cold.?start"),
        SLOW("\\b(408|504)\\b|timed?.?out|timeout|deadline"),
        OUT_OF_ORDER("\\b50[0-9]\\b|server.?error|internal|crash|cuda|out of memory|api_error"),
        UNKNOWN("");

        private final Pattern means;

        Reason(String means) {
            this.means = Pattern.compile(means);
        }
    }

    /// What is wrong, if that is what an event tells.
    static Optional<Fault> in(Events.Told event) {
        Optional<JsonNode> json = event.json();
        boolean named = event.name().equals("error");
        if (json.isEmpty()) {
            return Optional.of(new Fault("", event.data())).filter(_ -> named);
        }
        return Optional.of(of(json.get())).filter(_ -> named || tells(json.get()));
    }

    /// What the body of a refusal says.
    static Fault refusal(String body) {
        return Events.object(body).map(Fault::of).orElse(new Fault("", body));
    }

    private static boolean tells(JsonNode event) {
        JsonNode error = event.path("error");
        if (error.isContainerNode() ? error.size() > 0 : !blank(error)) {
            return true;
        }
        boolean called =
                Stream.of("object", "type", "status", "event")
                        .anyMatch(field -> event.path(field).asText("").equals("error"));
        boolean coded =
                Stream.of("error_type", "error_code", "error_message", "error_msg")
                        .anyMatch(field -> !blank(event.path(field)));
        boolean answers = Stream.of("choices", "done", "delta").anyMatch(event::has);
        boolean says = event.path("message").isTextual() || event.hasNonNull("detail");
        return called || coded || (says && !answers);
    }

    private static boolean blank(JsonNode value) {
        String text = value.asText("");
        return text.isBlank() || text.equals("false") || text.equals("null") || text.equals("0");
    }

    private static Fault of(JsonNode body) {
        JsonNode error = body.path("error").isObject() ? body.path("error") : body;
        String code =
                Stream.concat(CODES.stream().map(error::path), CODES.stream().map(body::path))
                        .filter(JsonNode::isValueNode)
                        .map(value -> value.asText("").strip())
                        .filter(value -> WORD.matcher(value).matches())
                        .filter(value -> !value.equals("error") && !value.equals("null"))
                        .findFirst()
                        .or(() ->
                                Optional.of(body.path("error").asText(""))
                                        .filter(value -> WORD.matcher(value).matches()))
                        .orElse("");
        String words =
                Stream.concat(
                                Stream.of(body.path("error").asText("")),
                                Stream.concat(
                                        SENTENCES.stream().map(name -> error.path(name).asText("")),
                                        SENTENCES.stream().map(name -> body.path(name).asText(""))))
                        .reduce("", (all, next) -> all + " " + next);
        String kinds =
                CODES.stream()
                        .map(name -> error.path(name).asText(""))
                        .reduce("", (all, next) -> all + " " + next);
        return new Fault(code, words + kinds);
    }

    /// The code says most; only where it says nothing are the words looked at.
    Reason reason() {
        Reason byCode = reason(code.toLowerCase(Locale.ROOT));
        return byCode == Reason.UNKNOWN || byCode == Reason.OUT_OF_ORDER
                ? better(reason(words.toLowerCase(Locale.ROOT)), byCode)
                : byCode;
    }

    private static Reason better(Reason byWords, Reason byCode) {
        return byWords == Reason.UNKNOWN ? byCode : byWords;
    }

    private static Reason reason(String text) {
        for (Reason reason : Reason.values()) {
            if (!reason.means.pattern().isEmpty() && reason.means.matcher(text).find()) {
                return reason;
            }
        }
        return Reason.UNKNOWN;
    }
}
