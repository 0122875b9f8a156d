package io.partyline.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import org.junit.jupiter.api.Test;

class OllamaDialectTest extends DialectContract {
    @Override
    Dialect dialect() {
        return Dialect.OLLAMA;
    }

    @Override
    String said(String text) {
        return "{\"model\":\"owl\",\"message\":{\"role\":\"assistant\",\"content\":%s},\"done\":false}\n"
                .formatted(Models.json(text));
    }

    @Override
    String saidWithReason(String text, String reason) {
        return "{\"message\":{\"content\":%s},\"done\":false,\"done_reason\":\"%s\"}\n"
                .formatted(Models.json(text), reason);
    }

    @Override
    String thought(String text) {
        return "{\"message\":{\"content\":\"\",\"thinking\":%s},\"done\":false}\n"
                .formatted(Models.json(text));
    }

    @Override
    String reason(String reason) {
        return "{\"message\":{\"content\":\"\"},\"done\":false,\"done_reason\":\"%s\"}\n"
                .formatted(reason);
    }

    @Override
    String closing() {
        return "{\"message\":{\"content\":\"\"},\"done\":true}\n";
    }

    @Override
    String counted(int input, int output) {
        return "{\"message\":{\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":%d,\"eval_count\":%d}\n"
                .formatted(input, output);
    }

    @Override
    String lengthReason() {
        return "length";
    }

    @Override
    void assertForm(JsonNode body) {
        assertThat(body.at("/format/required/0").asText()).isEqualTo("key");
    }

    @Test
    void theQuestionIsPutInOllamasWords() throws Exception {
        Provider provider = sending(said("Yes."), closing());
        answer(model(provider));
        Provider.Asked asked = provider.asked();
        JsonNode body = new ObjectMapper().readTree(asked.body());
        assertThat(asked.head()).startsWith("POST /api/chat HTTP/1.1");
        assertThat(body.at("/options/num_predict").asInt()).isEqualTo(120);
        assertThat(body.at("/messages/0/role").asText()).isEqualTo("system");
        assertThat(body.at("/messages/1/role").asText()).isEqualTo("user");
    }

    @Test
    void theAddressOfItsOtherDialectMeansTheSameServer() {
        assertThat(Dialect.OLLAMA.wire().address(ModelSettings.address(ModelSettings.OLLAMA)))
                .isEqualTo(URI.create("http://localhost:11434/api/chat"));
    }

    @Test
    void aModelThatIsNotThereIsCalledSo() throws Exception {
        assertThat(problem("{\"error\":\"model 'owl' not found, try pulling it first\"}\n"))
                .contains("does not know the model \"owl-1\"");
    }
}
