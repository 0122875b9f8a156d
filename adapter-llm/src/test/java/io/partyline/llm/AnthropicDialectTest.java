package io.partyline.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partyline.cast.Form;
import io.partyline.port.LanguageModel;
import io.partyline.port.TextStream;
import java.net.URI;
import org.junit.jupiter.api.Test;

class AnthropicDialectTest extends DialectContract {
    @Override
    Dialect dialect() {
        return Dialect.ANTHROPIC;
    }

    private static String event(String type, String fields) {
        return "event: %s\ndata: {\"type\":\"%s\"%s}\n\n".formatted(type, type, fields);
    }

    @Override
    String said(String text) {
        return event(
                "content_block_delta",
                ",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":%s}"
                        .formatted(Models.json(text)));
    }

    @Override
    String saidWithReason(String text, String reason) {
        return said(text) + reason(reason);
    }

    @Override
    String thought(String text) {
        return event(
                "content_block_delta",
                ",\"delta\":{\"type\":\"thinking_delta\",\"thinking\":%s}"
                        .formatted(Models.json(text)));
    }

    @Override
    String reason(String reason) {
        String theirs = reason.equals("stop") ? "end_turn" : reason;
        return event("message_delta", ",\"delta\":{\"stop_reason\":\"%s\"}".formatted(theirs));
    }

    @Override
    String closing() {
        return event("message_stop", "");
    }

    @Override
    String counted(int input, int output) {
        return event(
                        "message_start",
                        ",\"message\":{\"usage\":{\"input_tokens\":%d,\"cache_read_input_tokens\":500,\"output_tokens\":1}}"
                                .formatted(input - 500))
                + event("message_delta", ",\"usage\":{\"output_tokens\":%d}".formatted(output));
    }

    @Override
    String lengthReason() {
        return "max_tokens";
    }

    @Override
    void assertForm(JsonNode body) {
        assertThat(body.at("/tools/0/input_schema/required/0").asText()).isEqualTo("key");
        assertThat(body.at("/tool_choice/name").asText()).isEqualTo("answer");
    }

    @Test
    void aWholeAnswerAsTheVendorSendsIt() throws Exception {
        assertThat(
                        answer(
                                event(
                                        "message_start",
                                        ",\"message\":{\"id\":\"m\",\"content\":[]}"),
                                event(
                                        "content_block_start",
                                        ",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"),
                                event("ping", ""),
                                said("Good "),
                                said("evening."),
                                event("content_block_stop", ",\"index\":0"),
                                event(
                                        "message_delta",
                                        ",\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":4}"),
                                closing()))
                .isEqualTo("Good evening.");
    }

    @Test
    void theQuestionIsPutInTheVendorsWords() throws Exception {
        Provider provider = sending(said("Yes."), reason("stop"), closing());
        answer(model(provider));
        Provider.Asked asked = provider.asked();
        JsonNode body = new ObjectMapper().readTree(asked.body());
        assertThat(asked.head())
                .startsWith("POST /v1/messages HTTP/1.1")
                .containsIgnoringCase("x-api-key: " + Models.KEY)
                .containsIgnoringCase("anthropic-version: 2023-06-01")
                .doesNotContainIgnoringCase("authorization");
        assertThat(body.path("system").asText()).isEqualTo("You are Tony.");
        assertThat(body.path("max_tokens").asInt()).isEqualTo(120);
        assertThat(body.path("stream").asBoolean()).isTrue();
        assertThat(body.path("messages")).hasSize(1);
        assertThat(body.at("/messages/0/role").asText()).isEqualTo("user");
    }

    @Test
    void theAddressMayEndInItsVersion() {
        Wire wire = Dialect.ANTHROPIC.wire();
        for (String base : new String[] {"https://owl.example", "https://owl.example/v1"}) {
            assertThat(wire.address(URI.create(base)))
                    .isEqualTo(URI.create("https://owl.example/v1/messages"));
        }
    }

    @Test
    void aFilledFormComesAsTheInputOfATool() throws Exception {
        LanguageModel model =
                model(
                        sending(
                                event(
                                        "content_block_start",
                                        ",\"content_block\":{\"type\":\"tool_use\",\"name\":\"answer\",\"input\":{}}"),
                                input("{\"key\""),
                                input(": \"3\"}"),
                                reason("tool_use"),
                                closing()));
        try (TextStream answer = model.reply(Models.prompt().filling(Form.of(Form.text("key"))))) {
            assertThat(answer.readAll()).isEqualTo("{\"key\": \"3\"}");
        }
    }

    private static String input(String json) {
        return event(
                "content_block_delta",
                ",\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":%s}"
                        .formatted(Models.json(json)));
    }

    @Test
    void aRefusalByTheVendorsRulesIsCalledSo() throws Exception {
        assertThat(problem(reason("refusal"), closing())).contains("would not answer");
    }
}
