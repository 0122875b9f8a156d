package io.partyline.app;

import io.partyline.port.TelephonyException;
import io.partyline.twilio.StreamTokens;
import io.partyline.twilio.TwilioSettings;
import io.partyline.twilio.TwilioTelephony;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `partyline check`: one line for each thing that a show needs, and what to do about it.
record CheckCommand(Path folder, Map<String, String> environment) {
    private static final long HOUR_OF_STEMS = 6L * 48_000 * 3 * 3_600;

    int run(List<String> line) {
        Arguments arguments = Arguments.read(line, Set.of()).withoutWords();
        var settings =
                new Settings(Places.read(folder, environment, arguments.settings(Set.of())), folder)
                        .checked();
        say(true, "settings", "They make sense.");
        boolean phone = telephone(settings);
        boolean disk = disk(settings.data());
        say(true, "sound card", "The computer's clock: the show runs without a sound card.");
        say(true, "model", "None is set up: AI callers stay silent, summaries are plain.");
        say(
                true,
                "transcription",
                "None is set up: what is said is recorded, but not written down.");
        return phone && disk ? 0 : 1;
    }

    private static boolean telephone(Settings settings) {
        return settings.telephone()
                .map(CheckCommand::telephone)
                .orElseGet(() ->
                        say(
                                false,
                                "phone",
                                "Off: set " + String.join(", ", settings.missingForTelephone())));
    }

    private static boolean telephone(TwilioSettings phone) {
        try {
            new TwilioTelephony(phone, new StreamTokens(System::nanoTime)).liveCalls();
            return say(true, "phone", "The carrier knows the account.");
        } catch (TelephonyException e) {
            return say(false, "phone", String.valueOf(e.getMessage()));
        }
    }

    private static boolean disk(Path data) {
        Path there = data;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        long free = there.toFile().getUsableSpace();
        boolean enough = free > HOUR_OF_STEMS;
        return say(
                enough,
                "disk",
                "Room for %.1f hours of recording in %s."
                        .formatted((double) free / HOUR_OF_STEMS, data));
    }

    private static boolean say(boolean fine, String part, String sentence) {
        System.out.printf("%-4s %-14s %s%n", fine ? "ok" : "NO", part, sentence);
        return fine;
    }
}
