package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The quick reader reads what the JSON library reads, and leaves the rest.
class MediaScanTest {
    private static final String SPACE = " \t\r\n";
    private static final String LETTERS = "{}[]:,\"\\/0129azAZ+-=.eE \n\u0000\u007f\u00e9\ud83d";

    @Test
    void aMessageOfTheCarrierNeedsNoLibrary() {
        assertThat(
                        MediaScan.read(
                                """
                                {"event":"media","sequenceNumber":"4","streamSid":"MZ1","media":\
                                {"track":"inbound","chunk":"3","timestamp":"142","payload":"//8="}}\
                                """))
                .contains(new StreamMessage.Media(true, 3, 142, Payload.of("//8=")));
    }

    @Test
    void inAnyOrderAndSpacingEveryWellFormedMessageIsReadAsTheLibraryDoes() {
        Random random = new Random(23);
        for (int round = 0; round < 20_000; round++) {
            String text = message(random);
            assertThat(MediaScan.read(text))
                    .as(text)
                    .isPresent()
                    .contains((StreamMessage.Media) StreamMessages.parse(text));
        }
    }

    @Test
    void whateverIsDoneToAMessageItIsReadAsTheLibraryDoesOrLeftToIt() {
        Random random = new Random(29);
        int read = 0;
        for (int round = 0; round < 30_000; round++) {
            String text = mangled(message(random), random);
            Optional<StreamMessage.Media> scanned = MediaScan.read(text);
            if (scanned.isPresent()) {
                read++;
                assertThat(StreamMessages.parse(text)).as(text).isEqualTo(scanned.get());
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "{\"event\":\"media\"}",
                "{\"event\":\"mark\",\"mark\":{\"name\":\"a\"}}",
                "{\"event\":\"media\",\"media\":{\"payload\":\"//8=\"},\"more\":1}",
                "{\"event\":\"media\",\"media\":{\"payload\":\"\\/\\/8=\"}}",
                "{\"event\":\"media\",\"media\":{\"payload\":\"//8=\",\"payload\":\"AA==\"}}",
                "{\"event\":\"media\",\"media\":{\"chunk\":01,\"payload\":\"//8=\"}}",
                "{\"event\":\"media\",\"media\":{\"chunk\":1.5,\"payload\":\"//8=\"}}",
                "{\"event\":\"media\",\"media\":{\"payload\":\"//8=\"}} {}",
                "{\"event\":\"media\",\"media\":{\"payload\":\"//8=\",}}",
                "{\"event\":\"media\",\"media\":{\"chunk\":\"\n5,\"payload\":\"//8=\"}}"
            })
    void whatItDoesNotExpectIsLeft(String text) {
        assertThat(MediaScan.read(text)).isEmpty();
    }

    private static String message(Random random) {
        List<String> inside = new ArrayList<>();
        if (random.nextInt(8) > 0) {
            inside.add(
                    pair("track", random.nextInt(8) > 0 ? "\"inbound\"" : "\"outbound\"", random));
        }
        if (random.nextInt(8) > 0) {
            inside.add(pair("chunk", counter(random), random));
        }
        if (random.nextInt(8) > 0) {
            inside.add(pair("timestamp", counter(random), random));
        }
        inside.add(pair("payload", "\"" + payload(random) + "\"", random));
        List<String> outside = new ArrayList<>();
        outside.add(pair("event", "\"media\"", random));
        outside.add(pair("media", object(inside, random), random));
        if (random.nextBoolean()) {
            outside.add(pair("sequenceNumber", counter(random), random));
        }
        if (random.nextBoolean()) {
            outside.add(pair("streamSid", "\"MZ:" + random.nextInt(100) + "-@x\"", random));
        }
        return space(random) + object(outside, random) + space(random);
    }

    private static String object(List<String> fields, Random random) {
        Collections.shuffle(fields, random);
        return "{" + space(random) + String.join(space(random) + ",", fields) + space(random) + "}";
    }

    private static String pair(String name, String value, Random random) {
        return space(random) + "\"" + name + "\"" + space(random) + ":" + space(random) + value;
    }

    private static String counter(Random random) {
        String number = Long.toString(random.nextLong(1L << random.nextInt(1, 48)));
        return switch (random.nextInt(5)) {
            case 0 -> number;
            case 1 -> "\"0" + number + "\"";
            case 2 -> "\"" + "x-9 .".substring(random.nextInt(5)) + "\"";
            default -> "\"" + number + "\"";
        };
    }

    private static String payload(Random random) {
        byte[] codes = new byte[random.nextInt(20) == 0 ? 3072 : random.nextInt(200)];
        random.nextBytes(codes);
        return Base64.getEncoder().encodeToString(codes);
    }

    private static String space(Random random) {
        StringBuilder space = new StringBuilder();
        while (random.nextInt(4) == 0) {
            space.append(SPACE.charAt(random.nextInt(SPACE.length())));
        }
        return space.toString();
    }

    /// A message with a few characters changed, put in, left out or said twice.
    private static String mangled(String message, Random random) {
        StringBuilder text = new StringBuilder(message);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, letter);
                case 1 -> text.insert(at, letter);
                case 2 -> text.deleteCharAt(at);
                case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 12)));
                default -> text.setLength(Math.max(1, text.length() - random.nextInt(4)));
            }
        }
        return text.toString();
    }
}
