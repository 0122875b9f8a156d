package io.partyline.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.LanguageModelException;
import io.partyline.spend.Prices;
import io.partyline.spend.Purse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever goes wrong, and wherever a server repeats the key: nothing that is shown or kept holds
/// it.
class CanaryTest {
    private static final List<String> BODIES =
            List.of(
                    Models.KEY,
                    "{\"error\":{\"message\":\"bad key %s\",\"code\":\"%<s\",\"type\":\"%<s\"}}",
                    "{\"error\":\"%s\"}",
                    "{\"object\":\"error\",\"message\":\"%s\",\"code\":\"%<s\"}",
                    "{\"error_type\":\"%s\",\"error_message\":\"%<s\"}",
                    "{\"detail\":\"%s\"}");

    private final Purse purse = Purse.withoutCap(new Prices(List.of()));

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theKeyIsNeverToBeSeen(Dialect dialect) throws Exception {
        for (Provider.Manner manner : manners().toList()) {
            try (var provider = new Provider(manner)) {
                assertThat(everythingShown(dialect, provider.base()))
                        .contains("The language model at")
                        .doesNotContain(Models.KEY);
            }
        }
    }

    private static Stream<Provider.Manner> manners() {
        List<String> bodies = BODIES.stream().map(body -> body.formatted(Models.KEY)).toList();
        Stream<Provider.Manner> refusals =
                IntStream.of(301, 400, 401, 403, 404, 422, 429, 500, 529)
                        .boxed()
                        .flatMap(status ->
                                bodies.stream().map(body -> guest -> guest.refuse(status, body)));
        Stream<Provider.Manner> errors =
                bodies.stream()
                        .flatMap(body ->
                                Stream.of(
                                                body + "\n",
                                                "data: " + body + "\n\n",
                                                "event: error\ndata: " + body + "\n\n")
                                        .map(event ->
                                                guest -> {
                                                    guest.event(event);
                                                    guest.end();
                                                }));
        Provider.Manner cut =
                guest -> {
                    throw guest.cut();
                };
        return Stream.of(refusals, errors, Stream.of(cut)).flatMap(all -> all);
    }

    private String everythingShown(Dialect dialect, URI base) {
        var settings =
                new ModelSettings(
                        dialect,
                        base,
                        Optional.of(new ApiKey(Models.KEY)),
                        "owl-1",
                        "owl-1",
                        Models.LONG);
        var model = new HttpModel(settings, purse);
        var both = new FallbackModel(List.of(model), System::nanoTime);
        var shown = new StringWriter();
        LanguageModelException failure = Models.failure(both, Models.prompt());
        failure.printStackTrace(new PrintWriter(shown));
        return String.join(
                "\n",
                shown.toString(),
                model.name(),
                both.trouble().orElse(""),
                settings.toString(),
                String.valueOf(settings.key()),
                purse.summary(),
                purse.spending().toString());
    }
}
