package io.partyline.llm;

import static io.partyline.llm.Models.at;
import static io.partyline.llm.Models.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partyline.cast.Prompt;
import io.partyline.port.TextStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HttpModelTest {
    @Test
    void aWordIsHandedOnBeforeTheNextOneIsSent() throws Exception {
        var heard = new CountDownLatch(1);
        Provider.Manner manner =
                guest -> {
                    guest.say("Good ");
                    await(heard);
                    guest.say("evening.");
                    guest.finish();
                };
        try (var provider = new Provider(manner);
                TextStream answer = at(provider.base()).reply(prompt())) {
            assertThat(answer.next()).contains("Good ");
            heard.countDown();
            assertThat(answer.next()).contains("evening.");
            assertThat(answer.next()).isEmpty();
        }
    }

    @Test
    void theQuestionHoldsTheMessagesTheLimitAndTheKey() throws Exception {
        try (var provider = Provider.saying("Yes.")) {
            answer(provider, prompt());
            Provider.Asked asked = provider.asked();
            JsonNode body = new ObjectMapper().readTree(asked.body());
            assertThat(asked.head())
                    .startsWith("POST /v1/chat/completions HTTP/1.1")
                    .contains("Authorization: Bearer " + Models.KEY);
            assertThat(body.path("stream").asBoolean()).isTrue();
            assertThat(body.path("max_tokens").asInt()).isEqualTo(120);
            assertThat(body.at("/messages/0/role").asText()).isEqualTo("system");
            assertThat(body.at("/messages/1/role").asText()).isEqualTo("user");
            assertThat(body.at("/messages/1/content").asText())
                    .isEqualTo("Host: \"Good evening.\"");
        }
    }

    @Test
    void smallThingsAreAskedOfTheFastModel() throws Exception {
        try (var provider = Provider.saying("Yes.")) {
            for (Prompt.Purpose purpose : Prompt.Purpose.values()) {
                answer(provider, prompt(purpose, Models.LONG));
                boolean heardOnTheAir =
                        purpose == Prompt.Purpose.REPLY || purpose == Prompt.Purpose.BACKGROUND;
                assertThat(provider.asked().body())
                        .contains(heardOnTheAir ? "\"owl-1\"" : "\"owl-mini\"");
            }
        }
    }

    /// The HTTP client keeps a connection just after it has said that the answer is complete, so
    /// the next question may now and then be too early for it.
    @Test
    void aConnectionIsUsedAgainAfterACompleteAnswer() throws Exception {
        int questions = 20;
        try (var provider = Provider.saying("Yes.")) {
            HttpModel model = at(provider.base());
            for (int i = 0; i < questions; i++) {
                try (TextStream answer = model.reply(prompt())) {
                    assertThat(answer.readAll()).isEqualTo("Yes.");
                }
            }
            assertThat(provider.connections()).isLessThan(questions);
        }
    }

    @Test
    void closingBeforeTheFirstByteWakesTheReaderAndHangsUp() throws Exception {
        try (var provider = new Provider(Guest::stall)) {
            TextStream answer = at(provider.base()).reply(prompt());
            CompletableFuture<Optional<String>> read = CompletableFuture.supplyAsync(answer::next);
            provider.asked();
            answer.close();
            assertThat(read.get(1, TimeUnit.MINUTES)).isEmpty();
            assertThat(provider.hungUp()).isTrue();
        }
    }

    @Test
    void closingInTheMiddleWakesTheReaderAndHangsUp() throws Exception {
        Provider.Manner manner =
                guest -> {
                    guest.say("Good ");
                    guest.stall();
                };
        try (var provider = new Provider(manner)) {
            TextStream answer = at(provider.base()).reply(prompt());
            assertThat(answer.next()).contains("Good ");
            CompletableFuture<Optional<String>> read = CompletableFuture.supplyAsync(answer::next);
            answer.close();
            assertThat(read.get(1, TimeUnit.MINUTES)).isEmpty();
            assertThat(provider.hungUp()).isTrue();
        }
    }

    @Test
    void itIsKnownByItsModelAndItsPlace() throws Exception {
        try (var provider = Provider.saying("Yes.")) {
            assertThat(at(provider.base()).name())
                    .isEqualTo("owl-1 at 127.0.0.1:" + provider.base().getPort());
        }
    }

    private static void answer(Provider provider, Prompt prompt) {
        try (TextStream answer = at(provider.base()).reply(prompt)) {
            answer.readAll();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new IOException("nobody read");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
