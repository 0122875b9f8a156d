package io.partyline.llm;

import static io.partyline.llm.Models.at;
import static io.partyline.llm.Models.failure;
import static io.partyline.llm.Models.prompt;
import static io.partyline.llm.Models.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.cast.Prompt;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleTest {
    private static final Duration SHORT = Duration.ofSeconds(1);

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "301 |                                           | has moved",
                "400 | {\"error\":{\"code\":\"context_length_exceeded\"}} | (error 400, context_length_exceeded)",
                "400 | <html>no</html>                           | (error 400).",
                "401 | {}                                        | check PARTYLINE_LLM_API_KEY",
                "402 | {}                                        | no credit left",
                "403 | {}                                        | check PARTYLINE_LLM_API_KEY",
                "404 | {}                                        | does not know the model \"owl-1\"",
                "429 | {\"error\":{\"type\":\"requests\"}}       | too many questions",
                "429 | {\"error\":{\"code\":\"insufficient_quota\"}} | no credit left",
                "500 | {}                                        | out of order (error 500)",
                "503 |                                           | out of order (error 503)"
            })
    void aRefusalIsPutInTheHostsWords(int status, String body, String words) throws Exception {
        try (var provider = Provider.refusing(status, body == null ? "" : body)) {
            assertThat(sentence(at(provider.base())))
                    .startsWith("The language model at 127.0.0.1:")
                    .contains(words)
                    .endsWith(".");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html>\n",
                "data: {\"choices\":[\n\n",
                "data: 42\n\n",
                "Not found, sorry.\n"
            })
    void whatIsNotAStreamIsCalledSo(String body) throws Exception {
        try (var provider = new Provider(guest -> guest.event(body))) {
            assertThat(sentence(at(provider.base()))).contains("not as a model does", "/v1");
        }
    }

    @Test
    void aStreamThatBreaksIsNotTakenForAnAnswer() throws Exception {
        Provider.Manner manner =
                guest -> {
                    guest.say("I never ");
                    throw guest.cut();
                };
        try (var provider = new Provider(manner)) {
            assertThat(sentence(at(provider.base()))).contains("broke off in the middle");
        }
    }

    @Test
    void aStreamThatEndsWithoutItsLastWordIsNotTakenForAnAnswer() throws Exception {
        Provider.Manner manner =
                guest -> {
                    guest.say("I never ");
                    guest.end();
                };
        try (var provider = new Provider(manner)) {
            assertThat(sentence(at(provider.base()))).contains("broke off in the middle");
        }
    }

    @Test
    void aFaultInTheMiddleIsToldByItsCodeAlone() throws Exception {
        Provider.Manner manner =
                guest -> {
                    guest.say("I never ");
                    guest.event(
                            "data: {\"error\":{\"message\":\"Dave said no\",\"code\":\"server_error\"}}\n\n");
                };
        try (var provider = new Provider(manner)) {
            assertThat(sentence(at(provider.base())))
                    .contains("gave up in the middle of its answer (server_error).")
                    .doesNotContain("Dave");
        }
    }

    @Test
    void aModelThatDoesNotBeginInTimeIsGivenUp() throws Exception {
        try (var provider = new Provider(Guest::stall)) {
            assertThat(sentence(at(provider.base(), SHORT)))
                    .contains("did not begin to answer within 1 second.");
            assertThat(provider.hungUp()).isTrue();
        }
    }

    @Test
    void aModelThatDoesNotFinishInTimeIsGivenUp() throws Exception {
        Provider.Manner manner =
                guest -> {
                    guest.say("Well, ");
                    guest.stall();
                };
        try (var provider = new Provider(manner)) {
            Prompt prompt = prompt(Prompt.Purpose.REPLY, Duration.ofSeconds(5));
            assertThat(failure(at(provider.base()), prompt))
                    .hasMessageContaining("did not finish its answer within 5 seconds.");
            assertThat(provider.hungUp()).isTrue();
        }
    }

    /// Each word comes in time; only all of them together take too long.
    @Test
    void aModelThatTricklesPastTheLimitOfTheWholeIsGivenUp() throws Exception {
        Provider.Manner manner =
                guest -> {
                    while (!guest.hungUpWithin(Duration.ofMillis(20))) {
                        guest.say("well, ");
                    }
                    throw guest.cut();
                };
        try (var provider = new Provider(manner)) {
            Prompt prompt = prompt(Prompt.Purpose.REPLY, Duration.ofSeconds(5));
            assertThat(failure(at(provider.base()), prompt))
                    .hasMessageContaining("did not finish its answer within 5 seconds.");
            assertThat(provider.hungUp()).isTrue();
        }
    }

    @Test
    void keepAliveLinesAreNotTheFirstWord() throws Exception {
        Provider.Manner manner =
                guest -> {
                    guest.event(": still thinking\n\n");
                    guest.stall();
                };
        try (var provider = new Provider(manner)) {
            assertThat(sentence(at(provider.base(), SHORT))).contains("did not begin");
        }
    }

    @Test
    void aServerThatIsNotThereIsCalledSo() throws Exception {
        URI base;
        try (var provider = Provider.saying("Yes.")) {
            base = provider.base();
        }
        assertThat(sentence(at(base))).contains("cannot be reached: is it running");
    }

    @Test
    void anAnswerWithoutEndIsCutOff() throws Exception {
        String flood = "data: " + "x".repeat(1 << 20);
        Provider.Manner manner =
                guest -> {
                    while (true) {
                        guest.event(flood);
                    }
                };
        try (var provider = new Provider(manner)) {
            assertThat(sentence(at(provider.base()))).contains("does not come to an end.");
        }
    }

    @Test
    void theKeyIsNowhereToBeSeenEvenIfTheServerRepeatsIt() throws Exception {
        String body =
                "{\"error\":{\"message\":\"bad key %s\",\"code\":\"invalid_api_key\"}}"
                        .formatted(Models.KEY);
        try (var provider = Provider.refusing(401, body)) {
            var trace = new StringWriter();
            failure(at(provider.base()), prompt()).printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(Models.KEY).contains("API_KEY");
            assertThat(Models.settings(provider.base(), SHORT).toString())
                    .doesNotContain(Models.KEY)
                    .contains("hidden");
        }
    }
}
