package io.partyline.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiDialectTest extends DialectContract {
    private static final String GOOD =
            "{\"choices\":[{\"delta\":{\"content\":\"Good evening.\"}}]}";

    @Override
    Dialect dialect() {
        return Dialect.OPENAI;
    }

    @Override
    String said(String text) {
        return "data: {\"choices\":[{\"delta\":{\"content\":%s},\"finish_reason\":null}]}\n\n"
                .formatted(Models.json(text));
    }

    @Override
    String saidWithReason(String text, String reason) {
        return "data: {\"choices\":[{\"delta\":{\"content\":%s},\"finish_reason\":\"%s\"}]}\n\n"
                .formatted(Models.json(text), reason);
    }

    @Override
    String thought(String text) {
        return "data: {\"choices\":[{\"delta\":{\"content\":null,\"reasoning_content\":%s}}]}\n\n"
                .formatted(Models.json(text));
    }

    @Override
    String reason(String reason) {
        return "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"%s\"}]}\n\n"
                .formatted(reason);
    }

    @Override
    String closing() {
        return "data: [DONE]\n\n";
    }

    @Override
    String counted(int input, int output) {
        return "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":%d,\"completion_tokens\":%d}}\n\n"
                .formatted(input, output);
    }

    @Override
    String lengthReason() {
        return "length";
    }

    @Override
    void assertForm(JsonNode body) {
        assertThat(body.at("/response_format/json_schema/schema/required/0").asText())
                .isEqualTo("key");
    }

    // Event streams are read by the standard's own rules.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFdata: {}\n\ndata: [DONE]\n\n",
                "data: {}\r\rdata: [DONE]\r\r",
                "data: {}\r\n\r\ndata: [DONE]\r\n\r\n",
                ": hello\n\nid: 7\nretry: 3\nx-trace: 1\nfoo\ndata:{}\n\ndata:[DONE]",
                "event: message\ndata: {}\n\ndata: [DONE]\n\n",
                "data: {}\ndata: [DONE]\n",
                "data: {}\n: no blank line\ndata: [DONE]\n",
                "{}\n\ndata: [DONE]\n\n"
            })
    void anEventStreamIsReadByItsRules(String body) throws Exception {
        assertThat(answer(body.replace("{}", GOOD))).isEqualTo("Good evening.");
    }

    @Test
    void dataOfSeveralLinesIsOneEvent() throws Exception {
        assertThat(
                        answer(
                                "data: {\"choices\":[{\"delta\":\ndata: {\"content\":\"Good evening.\"}\ndata: }]}\n\n",
                                closing()))
                .isEqualTo("Good evening.");
    }

    // One vendor's shape.

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"type\":\"text\",\"text\":\"Good \"},{\"type\":\"image\",\"url\":\"x\"},{\"type\":\"text\",\"text\":\"evening.\"}]",
                "[{\"text\":\"Good evening.\"},{\"type\":\"thinking\",\"text\":\"hm\"}]",
                "[\"Good \",\"evening.\"]",
                "{\"parts\":[{\"text\":\"Good evening.\"}]}"
            })
    void ofAListOfPartsTheTextsAreJoined(String content) throws Exception {
        assertThat(
                        answer(
                                "data: {\"choices\":[{\"delta\":{\"content\":null}}]}\n\n",
                                "data: {\"choices\":[{\"delta\":{\"content\":%s}}]}\n\n"
                                        .formatted(content),
                                reason("stop"),
                                closing()))
                .isEqualTo("Good evening.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":[{\"message\":{\"content\":\"Good evening.\"},\"finish_reason\":\"stop\"}]}",
                "{\n \"choices\": [\n  {\"message\": {\"content\": \"Good evening.\"}}\n ]\n}\n",
                "data: {\"choices\":[{\"text\":\"Good evening.\",\"finish_reason\":\"stop\"}]}\n\n"
            })
    void aServerThatDoesNotStreamIsUnderstoodToo(String body) throws Exception {
        assertThat(answer(body)).isEqualTo("Good evening.");
    }

    // Refusals that teach something.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"code\":\"unsupported_parameter\",\"message\":\"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.\"}}",
                "{\"detail\":\"max_tokens: extra fields not permitted\"}",
                "max_tokens is deprecated"
            })
    void theOtherNameOfTheLimitIsLearnedOnceForAModel(String refusal) throws Exception {
        Provider provider =
                provider(guest -> {
                    if (guest.question().contains("\"max_tokens\"")) {
                        guest.refuse(400, refusal);
                        return;
                    }
                    guest.say("Good evening.");
                    guest.finish();
                });
        LanguageModel model = model(provider);
        assertThat(answer(model)).isEqualTo("Good evening.");
        assertThat(answer(model)).isEqualTo("Good evening.");
        assertThat(provider.asked().body()).contains("\"max_tokens\":120");
        assertThat(provider.asked().body()).contains("\"max_completion_tokens\":120");
        assertThat(provider.asked().body()).contains("\"max_completion_tokens\":120");
        assertThat(provider.left()).isZero();
    }

    @Test
    void aServerThatRefusesForeverIsAskedOnlyOnceMore() throws Exception {
        Provider provider =
                provider(guest -> guest.refuse(400, "{\"error\":{\"message\":\"no max_tokens\"}}"));
        assertThat(Models.sentence(model(provider))).contains("did not accept the question");
        provider.asked();
        provider.asked();
        assertThat(provider.left()).isZero();
    }

    @Test
    void aServerThatDoesNotCountIsAskedWithoutItsCounts() throws Exception {
        Provider provider =
                provider(guest -> {
                    if (guest.question().contains("stream_options")) {
                        guest.refuse(
                                422,
                                "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"Extra inputs\"}]}");
                        return;
                    }
                    guest.say("Good evening.");
                    guest.finish();
                });
        assertThat(answer(model(provider))).isEqualTo("Good evening.");
    }

    // The form of the prompt.

    @Test
    void rolesAlternateAndTheUserBegins() throws Exception {
        Provider provider = sending(said("Yes."), reason("stop"), closing());
        try (var answer = model(provider).reply(muddled())) {
            answer.readAll();
        }
        JsonNode messages = new ObjectMapper().readTree(provider.asked().body()).path("messages");
        assertThat(messages)
                .extracting(m -> m.path("role").asText())
                .containsExactly("system", "user", "assistant", "user");
        assertThat(messages.get(3).path("content").asText()).isEqualTo("Who?\nWhy?");
    }

    @Test
    void aTemplateWithoutASystemRoleIsToldByTheUser() throws Exception {
        Provider provider =
                provider(guest -> {
                    if (guest.question().contains("\"system\"")) {
                        guest.refuse(
                                400, "{\"error\":{\"message\":\"System role not supported\"}}");
                        return;
                    }
                    guest.say("Yes.");
                    guest.finish();
                });
        assertThat(answer(model(provider))).isEqualTo("Yes.");
        provider.asked();
        JsonNode body = new ObjectMapper().readTree(provider.asked().body());
        assertThat(body.at("/messages/0/role").asText()).isEqualTo("user");
        assertThat(body.at("/messages/0/content").asText())
                .startsWith("You are Tony.\n\n")
                .contains("Good evening.");
    }

    static Prompt muddled() {
        return new Prompt(
                Prompt.Purpose.REPLY,
                List.of(
                        new Prompt.Message(Prompt.Role.SYSTEM, "You are Tony."),
                        new Prompt.Message(Prompt.Role.ASSISTANT, "I fix boats."),
                        new Prompt.Message(Prompt.Role.USER, "Who?"),
                        new Prompt.Message(Prompt.Role.USER, "Why?")),
                Duration.ofSeconds(20),
                120);
    }
}
