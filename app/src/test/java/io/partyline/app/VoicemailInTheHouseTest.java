package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.audio.Frames;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.plan.RestFault;
import io.partyline.carrier.plan.WebhookFault;
import io.partyline.show.MusicEvent;
import io.partyline.show.PlayedOut;
import io.partyline.twilio.TwilioSettings.Hold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Callers who find the lines closed leave a message: over the made-up carrier's real sockets, from
/// the beep to the program.
class VoicemailInTheHouseTest {
    private static final double TONE = 440;
    private static final String READY = "/api/twilio/message-ready";

    @TempDir Path folder;

    private static PhoneCall leavesMessage(HouseUnderTest house, String number) {
        short[] message = Speech.message(3);
        PhoneCall call = house.carrier().dial(number);
        call.leavesMessage(message);
        assertThat(call.awaitEnd(HouseUnderTest.SOON)).isEqualTo(Ending.HANGUP_VERB);
        return call;
    }

    private static JsonNode awaitMessages(HouseUnderTest house, int count) {
        Patience.until(
                () -> messages(house).size() == count,
                () -> count + " messages are not " + house.desk().read("/api/voicemail"));
        return messages(house);
    }

    private static JsonNode messages(HouseUnderTest house) {
        return house.desk().read("/api/voicemail").path("messages");
    }

    private static List<String> recordingsAtTheCarrier(HouseUnderTest house) {
        return house.carrier().diary().all(Happening.RestUsed.class).stream()
                .filter(used -> used.method().equals("DELETE") && used.status() == 204)
                .map(Happening.RestUsed::path)
                .toList();
    }

    private static void awaitErased(HouseUnderTest house, int count) {
        Patience.until(
                () -> recordingsAtTheCarrier(house).size() == count,
                () -> "erased: " + recordingsAtTheCarrier(house));
    }

    @Test
    void aMessageIsLeftListedPlayedAsACartHeardInTheProgramAndErasedAtTheCarrier()
            throws IOException {
        long began;
        try (var house = HouseUnderTest.withVoicemail(folder)) {
            PhoneCall call = leavesMessage(house, MadeUpCarrier.DAVE);
            assertThat(said(house, call))
                    .anySatisfy(words -> assertThat(words).contains("leave a message after"))
                    .last()
                    .isEqualTo("Thank you for your message. Goodbye.");
            JsonNode message = awaitMessages(house, 1).path(0);
            assertThat(message.path("phone").asText()).isEqualTo("••• 0101");
            assertThat(message.path("length_ms").asLong()).isCloseTo(3_000, within(20L));
            assertThat(message.path("heard").asBoolean()).isFalse();
            assertThat(message.toString()).doesNotContain(MadeUpCarrier.DAVE);
            awaitErased(house, 1);
            assertThat(house.health("voicemail")).isEqualTo("Messages: 1, new: 1.");
            String id = message.path("id").asText();
            assertThat(house.desk().post("/api/voicemail/" + id + "/play", "").status())
                    .isEqualTo(200);
            MusicEvent.CartFired fired = house.await(MusicEvent.CartFired.class, _ -> true);
            began = fired.atSample();
            assertThat(fired.sound().title()).startsWith("Voicemail of ");
            house.await(MusicEvent.CartEnded.class, it -> it.how() == PlayedOut.FINISHED);
            assertThat(messages(house).path(0).path("heard").asBoolean()).isTrue();
            assertThat(files()).containsExactly(id + ".json", id + ".wav");
        }
        Map<String, StemFile> stems = StemFile.all(folder.resolve("shows"));
        for (String stem : List.of("09_SFX", "00_Mix")) {
            float[] sound = Objects.requireNonNull(stems.get(stem), stem).samples();
            assertThat(amplitude(sound, (int) began + 4_800, Frames.RATE))
                    .as(stem)
                    .isGreaterThan(0.2);
        }
    }

    private static List<String> said(HouseUnderTest house, PhoneCall call) {
        return house.carrier().diary().all(Happening.Said.class).stream()
                .filter(said -> said.callSid().equals(call.sid()))
                .map(Happening.Said::text)
                .toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("voicemail"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static double amplitude(float[] samples, int from, int count) {
        double real = 0;
        double imaginary = 0;
        for (int i = from; i < from + count; i++) {
            double angle = 2 * Math.PI * TONE * i / Frames.RATE;
            real += samples[i] * Math.cos(angle);
            imaginary += samples[i] * Math.sin(angle);
        }
        return 2 * Math.hypot(real, imaginary) / count;
    }

    @Test
    void aWordThatComesTwiceOrNotAtAllAndSoundThatIsLateMakeOneMessageEach() {
        try (var house = HouseUnderTest.withVoicemail(folder)) {
            house.carrier().faults().webhooks().next(1, READY::equals, new WebhookFault.Twice());
            leavesMessage(house, MadeUpCarrier.DAVE);
            awaitMessages(house, 1);
            house.carrier().faults().webhooks().next(1, READY::equals, new WebhookFault.Lost());
            house.carrier()
                    .faults()
                    .rest()
                    .next(1, path -> path.endsWith(".wav"), new RestFault.Refused(404));
            leavesMessage(house, MadeUpCarrier.JAS);
            awaitMessages(house, 2);
            awaitErased(house, 2);
        }
    }

    @Test
    void aCarrierThatIsTooBusyIsAskedAgain() {
        try (var house = HouseUnderTest.withVoicemail(folder)) {
            house.carrier()
                    .faults()
                    .rest()
                    .next(
                            1,
                            path -> path.contains("/Recordings"),
                            new RestFault.TooMany(Duration.ofSeconds(1)));
            leavesMessage(house, MadeUpCarrier.DAVE);
            awaitMessages(house, 1);
            awaitErased(house, 1);
        }
    }

    @Test
    void aMessageMayBeLeftWhenTheShowIsOverAndIsThereInTheNext() {
        try (var house = HouseUnderTest.withVoicemail(folder)) {
            house.desk().post("/api/session/end", "");
            leavesMessage(house, MadeUpCarrier.DAVE);
            awaitMessages(house, 1);
            house.desk().post("/api/session/start", "{}");
            String id = messages(house).path(0).path("id").asText();
            assertThat(house.desk().delete("/api/voicemail/" + id).status()).isEqualTo(200);
            assertThat(messages(house)).isEmpty();
            awaitErased(house, 1);
        }
    }

    @Test
    void aCallerWhoIsAskedForAMessageStaysTurnedAwayWhenTheLinesOpen() {
        try (var house = HouseUnderTest.withVoicemail(folder)) {
            short[] ofAMinute = Speech.message(60);
            PhoneCall call = house.carrier().dial(MadeUpCarrier.DAVE);
            call.leavesMessage(ofAMinute);
            Patience.until(
                    () -> !said(house, call).isEmpty(), () -> "nothing was said to the caller");
            house.desk().post("/api/lines", "{\"open\":true}");
            call.awaitEnd(HouseUnderTest.SOON);
            awaitMessages(house, 1);
            assertThat(house.show().call(HouseUnderTest.id(call))).isEmpty();
        }
    }

    @Test
    void aBannedCallerIsRejectedAsEverBeforeAndAfterTheShow() {
        try (var house = HouseUnderTest.withVoicemail(folder)) {
            house.desk().post("/api/lines", "{\"open\":true}");
            PhoneCall dave = house.held(MadeUpCarrier.DAVE);
            house.desk().post("/api/calls/" + dave.sid() + "/ban", "");
            dave.awaitEnd(HouseUnderTest.SOON);
            house.desk().post("/api/lines", "{\"open\":false}");
            assertThat(house.carrier().dial(MadeUpCarrier.DAVE).awaitEnd(HouseUnderTest.SOON))
                    .isEqualTo(Ending.REJECTED);
            house.desk().post("/api/session/end", "");
            assertThat(house.carrier().dial(MadeUpCarrier.DAVE).awaitEnd(HouseUnderTest.SOON))
                    .isEqualTo(Ending.REJECTED);
            assertThat(messages(house)).isEmpty();
        }
    }

    @Test
    void withoutVoicemailClosedLinesSayGoodbyeAsEver() {
        try (var house = HouseUnderTest.open(folder, Hold.STUDIO)) {
            house.desk().post("/api/lines", "{\"open\":false}");
            PhoneCall call = house.carrier().dial(MadeUpCarrier.DAVE);
            call.leavesMessage(Speech.message(3));
            call.awaitEnd(HouseUnderTest.SOON);
            assertThat(said(house, call)).hasSize(1);
            assertThat(said(house, call).getFirst()).contains("Please call again");
            assertThat(house.desk().read("/api/voicemail").path("on").asBoolean()).isFalse();
            assertThat(folder.resolve("voicemail")).doesNotExist();
        }
    }
}
