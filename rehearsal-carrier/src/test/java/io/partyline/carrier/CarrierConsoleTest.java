package io.partyline.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.sound.Wav;
import io.partyline.carrier.stream.MediaLeg;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarrierConsoleTest extends OnTheLine {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private String obey(String... lines) throws IOException {
        printed.reset();
        var out = new PrintStream(printed, true, UTF_8);
        new CarrierConsole(carrier, tunnel, out)
                .obey(new BufferedReader(new StringReader(String.join("\n", lines))));
        return printed.toString(UTF_8);
    }

    @Test
    void aPersonCanCallTalkListenAndHangUp(@TempDir Path folder) throws IOException {
        show.answers(VOICE, CONNECT);
        byte[] words = new byte[320];
        Files.write(folder.resolve("hello.wav"), Wav.of(words));
        assertTrue(obey("dial +15550177").contains("Caller 1 dials."));
        MediaLeg leg = carrier.calls().getFirst().awaitLeg(SOON);
        carrier.calls().getFirst().await(CallPhase.STREAMING, SOON);
        obey("say 1 " + folder.resolve("hello.wav"), "press 1 5");
        leg.awaitSaid(SOON);
        leg.awaitHeard(Duration.ofMillis(100), SOON);
        obey("hear 1 " + folder.resolve("heard.wav"));
        assertTrue(Wav.length(Files.readAllBytes(folder.resolve("heard.wav"))).toMillis() >= 100);
        assertTrue(obey("calls").contains("1  +15550177  STREAMING"));
        obey("hang-up 1", "quit", "dial");
        assertEquals(Ending.CALLER_HUNG_UP, carrier.calls().getFirst().awaitEnd(SOON));
        assertEquals(1, carrier.calls().size());
        assertEquals("5", show.awaitStream(1).await("dtmf", 1).at("/dtmf/digit").asText());
    }

    @Test
    void aMistakeIsAnsweredWithASentence() throws IOException {
        assertTrue(obey("hang-up 9").contains("Which caller?"));
        assertTrue(obey("say").contains("Which caller?"));
        assertTrue(obey("cut one").contains("A caller is a number, not \"one\"."));
        show.answers(VOICE, "<Pause length=\"3600\"/>");
        assertTrue(obey("dial", "press 1").contains("Something is missing"));
        assertTrue(obey("hear 1 x.wav").contains("Caller 1 has no media stream."));
        assertTrue(obey("dance").contains("dial [number]"));
    }
}
