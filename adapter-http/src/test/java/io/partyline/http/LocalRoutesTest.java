package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.StemException;
import io.partyline.show.ShowId;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The host's own recording, as a page sends it.
class LocalRoutesTest {
    private static final String PCM = Base64.getEncoder().encodeToString(new byte[] {0, 64, 0, 0});

    private final Keeping keeping = new Keeping();

    /// Keeps the last slice.
    private static final class Keeping implements RecordedShow {
        private Optional<ShowId> show = Optional.empty();
        private long at;
        private float[] samples = {};
        private Supplier<OptionalInt> answer = () -> OptionalInt.of(2);

        @Override
        public RecordingInfo info() {
            return new RecordingInfo(true, Optional.empty(), List.of(), OptionalDouble.empty());
        }

        @Override
        public OptionalInt keep(ShowId inShow, long place, float[] slice) {
            show = Optional.of(inShow);
            at = place;
            samples = slice;
            return answer.get();
        }
    }

    private Visit.Answer put(String json) {
        try (var visit = new Visit(new ScriptedRoom(), Optional.empty(), keeping)) {
            return visit.put(LocalRoutes.PATH, json);
        }
    }

    private static String slice(String pcm) {
        return "{\"show_id\":\"show-1\",\"at\":48000,\"pcm\":\"%s\"}".formatted(pcm);
    }

    @Test
    void aSliceIsKeptAtItsPlace() {
        Visit.Answer answer = put(slice(PCM));
        assertThat(answer.body().toString()).isEqualTo("{\"status\":\"kept\",\"samples\":2}");
        assertThat(keeping.show).contains(new ShowId("show-1"));
        assertThat(keeping.at).isEqualTo(48_000);
        assertThat(keeping.samples).containsExactly(0.5f, 0);
    }

    @Test
    void theLongestSliceFitsIntoARequest() {
        byte[] longest = new byte[2 * LocalRoutes.LONGEST];
        assertThat(put(slice(Base64.getEncoder().encodeToString(longest))).status()).isEqualTo(200);
        assertThat(keeping.samples).hasSize(LocalRoutes.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA==", "AAAA", "?", "AAAAA"})
    void whatAreNoSamplesIsRefusedInWords(String pcm) {
        Visit.Answer answer = put(slice(pcm));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).startsWith("\"pcm\" must ");
        assertThat(keeping.show).isEmpty();
    }

    @Test
    void aPlaceBeforeTheShowIsRefusedInWords() {
        Visit.Answer answer = put(slice(PCM).replace("48000", "-1"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo("\"at\" must be a place in the show, from 0.");
    }

    @Test
    void ofAShowThatWasNotRecordedNothingIsKept() {
        keeping.answer = OptionalInt::empty;
        Visit.Answer answer = put(slice(PCM));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.detail()).isEqualTo("There is no recording of that show here any more.");
    }

    @Test
    void aFullDiskIsSaidInWords() {
        keeping.answer =
                () -> {
                    throw new StemException("The host's own recording cannot be kept: full.");
                };
        Visit.Answer answer = put(slice(PCM));
        assertThat(answer.status()).isEqualTo(507);
        assertThat(answer.detail()).isEqualTo("The host's own recording cannot be kept: full.");
    }

    @Test
    void aPageOfSomebodyElseCannotSendOne() {
        try (var visit = new Visit(new ScriptedRoom(), Optional.empty(), keeping)) {
            Visit.Answer answer =
                    visit.send(
                            HttpRequest.newBuilder(visit.at(LocalRoutes.PATH))
                                    .header("Content-Type", "application/json")
                                    .header("X-Requested-With", "partyline")
                                    .header("Origin", "http://elsewhere.test")
                                    .PUT(HttpRequest.BodyPublishers.ofString(slice(PCM))));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(keeping.show).isEmpty();
        }
    }

    @Test
    void whoLacksThePasswordCannotSendOne() {
        try (var visit = new Visit(new ScriptedRoom(), Optional.of("owl"), keeping)) {
            assertThat(visit.put(LocalRoutes.PATH, slice(PCM)).status()).isEqualTo(401);
            assertThat(keeping.show).isEmpty();
        }
    }
}
